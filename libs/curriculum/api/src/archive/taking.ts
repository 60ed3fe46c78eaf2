import type { ImportNote, ImportReason } from '@opiring/contract/programme-file';
import type { LocalText } from '@opiring/contract/text';
import type { Locale } from '@opiring/contract/values';
import { refuse } from './archive-refused';
import { type FoundFile, FoundFiles } from './found-files';
import { Texts } from './html';
import type { ProgrammeMaterial } from './materials';
import type { ProgrammeActivity, ProgrammeModule } from './programme';
import type { ReadProgramme } from './read-any';
import { Slugs } from './slugs';

const MOST = { modules: 200, inOne: 200, all: 2_000, notes: 500 };
const LONGEST_TITLE = 300;

/** What a thing of another system becomes here. */
export interface Deed extends Pick<ProgrammeActivity, 'kind' | 'link' | 'required'> {
  html?: string;
  files?: readonly FoundFile[];
}

/** Another system's course while it is taken in: names given once, texts as Markdown, and the report of what became of it. */
export class Taking {
  readonly adapted: ImportNote[] = [];
  readonly leftOut: ImportNote[] = [];
  readonly modules: ProgrammeModule[] = [];
  private readonly found: FoundFiles;
  private readonly texts = new Texts();
  private readonly names = { modules: new Slugs(), activities: new Slugs() };
  private activities = 0;

  constructor(readonly language: Locale) {
    this.found = new FoundFiles(language, (what, why) => this.leave(what, why));
  }

  /** All of it, once it is taken in. */
  get read(): ReadProgramme {
    const { modules, adapted, leftOut, found } = this;
    const files = found.files.size > 0 ? { files: found.files } : {};
    return { programme: { questions: [], modules, ...files }, adapted, leftOut, found: found.named };
  }

  adapt(what: string, why: ImportReason): void {
    if (this.adapted.length < MOST.notes) this.adapted.push({ what: what.slice(0, LONGEST_TITLE), why });
  }
  leave(what: string, why: ImportReason): void {
    if (this.leftOut.length < MOST.notes) this.leftOut.push({ what: what.slice(0, LONGEST_TITLE), why });
  }

  async module(title: string, html = ''): Promise<ProgrammeModule> {
    if (this.modules.length >= MOST.modules)
      throw refuse('archive', `holds more than ${MOST.modules} modules`);
    const said = this.say(title) ?? { [this.language]: '—' };
    const module = {
      id: this.names.modules.name(null, said, 'module'),
      title: said,
      purpose: await this.text(title, html),
      activities: [],
    };
    this.modules.push(module);
    return module;
  }

  async activity(
    module: ProgrammeModule,
    title: string,
    { html = '', files = [], ...deed }: Deed,
  ): Promise<void> {
    this.activities += 1;
    if (module.activities.length >= MOST.inOne)
      throw refuse(`archive: ${module.title[this.language] ?? ''}`, `has more than ${MOST.inOne} activities`);
    if (this.activities > MOST.all) throw refuse('archive', `holds more than ${MOST.all} activities`);
    const said = this.say(title) ?? { [this.language]: '—' };
    const id = this.names.activities.name(null, said, deed.kind);
    module.activities.push({ id, title: said, instructions: await this.text(title, html), ...deed });
    this.files(module, files);
  }

  async purpose(module: ProgrammeModule, html: string): Promise<void> {
    module.purpose = await this.text(module.title[this.language] ?? module.id, html);
  }

  /** Puts files with the activity that came last. */
  files(module: ProgrammeModule, found: readonly FoundFile[]): void {
    const last = module.activities.at(-1);
    if (!last || found.length === 0) return;
    const { id, title, materials = [] } = last;
    this.materials(module, this.found.of({ id, title: title[this.language] ?? id, has: materials }, found));
  }

  materials(module: ProgrammeModule, more: readonly ProgrammeMaterial[]): void {
    const last = module.activities.at(-1);
    if (last && more.length > 0) last.materials = [...(last.materials ?? []), ...more];
  }

  link(title: string, url: string): ProgrammeMaterial {
    const said = title === url ? undefined : this.say(title);
    return { ...(said && { title: said }), url };
  }

  private async text(of: string, html: string): Promise<LocalText> {
    if (!html.trim()) return {};
    const { text, shortened } = await this.texts.of(html);
    if (shortened) this.adapt(of, 'shortened');
    return text ? { [this.language]: text } : {};
  }
  private say(title: string): LocalText | undefined {
    const said = title.replace(/\s+/g, ' ').trim().slice(0, LONGEST_TITLE);
    return said ? { [this.language]: said } : undefined;
  }
}

/** An address as an activity may have it. */
export const isLink = (link: string): boolean => /^https?:\/\/[^\s]{1,1990}$/.test(link);
