import type { LocalText } from '@opiring/contract/text';
import { LOCALES, type Locale } from '@opiring/contract/values';
import { idsOf, OURS } from './cartridge-names';
import {
  assignment,
  itemOf,
  manifestOf,
  page,
  type Resource,
  resourceOf,
  topic,
  webLink,
} from './cartridge-resources';
import { escaped, htmlOf } from './markdown-html';
import { materialPath, onceIn } from './materials';
import type { Files, Programme, ProgrammeActivity, ProgrammeModule } from './programme';
import { slugOf } from './slugs';

const encoder = new TextEncoder();

/** The programme for other systems, as IMS Common Cartridge 1.3 in one language. */
export const writeCartridge = (programme: Programme, language: Locale): Files =>
  new Cartridge(programme, language).files;

class Cartridge {
  readonly files: Files = new Map();
  private readonly resources: string[] = [];
  private readonly questions: Map<string, LocalText>;

  constructor(
    private readonly programme: Programme,
    private readonly language: Locale,
  ) {
    this.questions = new Map(programme.questions.map(({ id, text }) => [id, text]));
    const items = programme.modules.map((module) => this.module(module));
    const head = { name: OURS, title: this.say(programme.title), language };
    this.files.set('imsmanifest.xml', encoder.encode(manifestOf(head, items, this.resources)));
  }

  private say(text: LocalText = {}): string {
    return text[this.language] ?? LOCALES.map((locale) => text[locale]).find(Boolean) ?? '';
  }

  /** An item with what lies behind it. */
  private put(ids: { item: string; resource: string }, title: string, resource: Resource): string {
    if (resource.content !== undefined) this.files.set(resource.path, encoder.encode(resource.content));
    this.resources.push(resourceOf(ids.resource, resource));
    return itemOf(ids.item, title, { resource: ids.resource });
  }

  /** What a module is for comes first: items that hold others have no content of their own. */
  private module({ id, title, purpose, activities }: ProgrammeModule): string {
    const [ids, said, why] = [idsOf.module(id), this.say(title), this.say(purpose)];
    const first = why
      ? this.put(ids.purpose, said, page(`modules/${id}/purpose.html`, said, htmlOf(why), this.language))
      : '';
    const inner = activities.map((activity) => this.activity(activity) + this.materials(activity).join(''));
    return itemOf(ids.item, said, { items: first + inner.join('') });
  }

  private activity(activity: ProgrammeActivity): string {
    const { id, kind, title, link, question } = activity;
    const [at, said, text] = [`activities/${id}`, this.say(title), this.say(activity.instructions)];
    const asked = question === undefined ? '' : escaped(this.say(this.questions.get(question)));
    const body =
      (asked && `<blockquote><p>${asked}</p></blockquote>`) +
      htmlOf(text) +
      (link ? `<p><a href="${escaped(link)}">${escaped(link)}</a></p>` : '');
    const ids = idsOf.activity(id);
    if (kind === 'talk') return this.put(ids, said, topic(`${at}/topic.xml`, said, body));
    if (kind === 'reflect' || kind === 'answer')
      return this.put(ids, said, assignment(`${at}/assignment.xml`, ids.resource, said, body));
    if (link && !text) return this.put(ids, said, webLink(`${at}/weblink.xml`, said, link));
    return this.put(ids, said, page(`${at}/page.html`, said, body, this.language));
  }

  /** Links and files stand beside their activity: items that have a resource of their own hold no others. */
  private materials({ id, materials = [] }: ProgrammeActivity): string[] {
    const names = new Set<string>();
    return materials.map(({ title, url, file }, at) => {
      const ids = idsOf.material(id, at);
      const said = this.say(title) || file || url || '';
      if (url) return this.put(ids, said, webLink(`links/${id}/${at + 1}.xml`, said, url));
      const path = `materials/${id}/${onceIn(names, portable(file ?? ''))}`;
      this.files.set(path, this.programme.files?.get(materialPath(id, file ?? '')) ?? new Uint8Array());
      return this.put(ids, said, { type: 'webcontent', path });
    });
  }
}

/** Not every system finds a file whose name is written as an address has it: letters and digits need no such writing. */
function portable(file: string): string {
  const [, stem = file, ending = ''] = /^(.+)\.([a-z0-9]{1,10})$/i.exec(file) ?? [];
  return `${slugOf(stem) || 'fail'}${ending && `.${ending.toLowerCase()}`}`;
}
