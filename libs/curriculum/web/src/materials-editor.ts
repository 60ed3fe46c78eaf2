import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { ActivityView } from '@opiring/contract/curriculum';
import type { MaterialView } from '@opiring/contract/materials';
import { FILE_ENDINGS, MOST_MATERIALS } from '@opiring/contract/materials.values';
import { Field, Icon, Toasts, materialName, sizeWords } from '@opiring/platform/ui';
import { LOCALES, Language, Problem } from '@opiring/platform/web';
import { MaterialsDraft } from './materials-draft';

/** What the refusals are called in our words; all else is "did not get there". */
const REFUSALS =
  /^(file-(empty|too-large|cut|kind|disguised|with-macros|locked|broken)|too-many-materials|offline)$/;

/** Links and files of an activity: dropped here or chosen, put in order, named by language, taken away. Each deed is kept at once. */
@Component({
  selector: 'op-materials-editor',
  imports: [Field, Icon, TranslocoPipe],
  providers: [MaterialsDraft],
  templateUrl: './materials-editor.html',
  styleUrl: './materials-editor.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MaterialsEditor {
  protected readonly draft = inject(MaterialsDraft);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  private readonly language = inject(Language);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(TranslocoService);
  readonly activity = input.required<ActivityView>();
  /** The activity as it stands after a deed, with its new revision. */
  readonly changed = output<ActivityView>();

  protected readonly locales = LOCALES;
  protected readonly most = MOST_MATERIALS;
  protected readonly accepted = FILE_ENDINGS.map((ending) => `.${ending}`).join(',');
  protected readonly over = signal(false);
  /** The one whose title is being written. */
  protected readonly naming = signal<string | undefined>(undefined);
  protected readonly linking = signal(false);
  protected readonly badLink = signal(false);
  protected readonly said = signal('');

  constructor() {
    effect(() => {
      const activity = this.activity();
      untracked(() => this.draft.open(activity));
    });
    this.draft.told = (activity) => this.changed.emit(activity);
  }

  protected readonly nameOf = (material: MaterialView) => materialName(material, this.language.current());
  protected readonly sizeOf = (bytes: number): string => sizeWords(bytes, this.language.current());
  protected readonly why = (code: string): string => (REFUSALS.test(code) ? code : 'unknown');

  protected choose(event: Event): void {
    const input = event.target as HTMLInputElement;
    this.draft.bring([...(input.files ?? [])]);
    input.value = '';
  }

  protected drag(event: DragEvent, over: boolean): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.over.set(over);
  }

  protected dropped(event: DragEvent): void {
    event.preventDefault();
    this.over.set(false);
    this.draft.bring([...(event.dataTransfer?.files ?? [])]);
  }

  protected async addLink(url: HTMLInputElement, title: HTMLInputElement): Promise<void> {
    const address = url.value.trim();
    this.badLink.set(!/^https?:\/\/\S+\.\S+$/i.test(address));
    if (this.badLink()) return url.focus();
    if (!(await this.attempt(() => this.draft.addLink(address, title.value.trim())))) return;
    url.value = title.value = '';
    this.linking.set(false);
    this.focus('.mats__add');
  }

  protected async rename(material: MaterialView, form: HTMLElement): Promise<void> {
    const fields = [...form.querySelectorAll<HTMLInputElement>('input[lang]')];
    const title = Object.fromEntries(fields.map(({ lang, value }) => [lang, value.trim()]));
    if (await this.attempt(() => this.draft.change(material.id, { title }))) this.naming.set(undefined);
  }

  protected async move(material: MaterialView, to: number, event: Event): Promise<void> {
    const button = event.currentTarget as HTMLButtonElement;
    if (!(await this.attempt(() => this.draft.move(material.id, to)))) return;
    this.say('materials.moved', { name: this.nameOf(material).text, n: to + 1 });
    // At either end the way there is shut, and the other one takes the focus.
    const ways = [button, ...(button.parentElement?.querySelectorAll<HTMLButtonElement>('button') ?? [])];
    afterNextRender(() => ways.find(({ disabled }) => !disabled)?.focus(), { injector: this.injector });
  }

  protected async remove(material: MaterialView): Promise<void> {
    const name = this.nameOf(material).text;
    await this.attempt(async () => {
      const back = await this.draft.remove(material);
      this.toasts.say(this.words.translate('curriculum.materials.gone', { name }), {
        label: this.words.translate('action.undo'),
        do: () => void this.attempt(back),
      });
    });
    this.focus('.mats__add');
  }

  private async attempt(deed: () => Promise<void>): Promise<boolean> {
    try {
      await deed();
      return true;
    } catch (error) {
      const { code } = Problem.of(error);
      this.toasts.say(this.words.translate(`curriculum.materials.refused.${this.why(code)}`));
      return false;
    }
  }

  private say(key: string, params: Record<string, string | number>): void {
    this.said.set(this.words.translate(`curriculum.${key}`, params));
  }

  private focus(selector: string): void {
    queueMicrotask(() => this.host.nativeElement.querySelector<HTMLElement>(selector)?.focus());
  }
}
