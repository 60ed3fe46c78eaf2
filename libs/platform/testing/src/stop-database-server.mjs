/** Ends what database-server.mjs started. */
export default async function stopTestServer() {
  await globalThis.stopTestServer?.();
}
