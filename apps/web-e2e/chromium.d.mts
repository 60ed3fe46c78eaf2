/** What Playwright needs to launch the packaged browser. */
export function chromiumLaunch(): Promise<{
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}>;
