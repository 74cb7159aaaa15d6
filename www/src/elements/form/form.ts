import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { isAsked } from '../../alternatives';
import { breath } from '../../breath';
import type { Context } from '../../context';
import type { CalculatorId, FieldSpec, Issue } from '../../engine';
import { columnPath, isAnswered, textAt, type FormValues } from '../../form-values';
import type { issueText } from '../../issue-text';
import { fieldWords } from '../../labels';
import { calculatorWords, speakOfReports, textFor } from '../../words';
import { base, buttons, disclosure } from '../base.styles';
import { toneIcon, type Tone } from '../icon/icon';
import { styles } from './form.styles';
import type { TcField } from '../field/field';
import type { TcListField } from '../list-field/list-field';
import '../field/field';

/** A part of a form: which fields, in which order. A path may name a group (`stress`), whose fields then follow. */
export interface Section {
  readonly id: string;
  readonly fields: readonly string[];
}

/** What an answer adds to a part: how it stands now, and how many figures its open questions would give. */
export interface Mark {
  readonly tone?: Tone;
  readonly text?: string;
  readonly gain?: number;
}

/** Fired at the end of a guided form: the result is wanted. */
export class ResultsEvent extends CustomEvent<null> {
  constructor() {
    super('tc-results', { bubbles: true, composed: true });
  }
}

interface FilledSection {
  readonly id: string;
  readonly specs: readonly FieldSpec[];
}

const opened = (spec: FieldSpec): readonly FieldSpec[] =>
  spec.type === 'object' ? (spec.fields ?? []).flatMap(opened) : [spec];

/** Fields that no section names come last, in a section of their own: a new field of the engine is never lost. */
function fill(sections: readonly Section[], fields: readonly FieldSpec[], values: FormValues): FilledSection[] {
  const all = fields.flatMap(opened).filter((spec) => isAsked(spec, (path) => textAt(values, path)));
  const belongs = (spec: FieldSpec, path: string) => spec.path === path || spec.path.startsWith(`${path}.`);
  const named = sections.map(({ id, fields: paths }) => ({
    id,
    specs: paths.flatMap((path) => all.filter((spec) => belongs(spec, path))),
  }));
  const seen = new Set(named.flatMap(({ specs }) => specs));
  const rest = all.filter((spec) => !seen.has(spec));
  return [...named, { id: 'other', specs: rest }].filter(({ specs }) => specs.length > 0);
}

/**
 * The form of a calculator, made from its catalog: the first section open, the others on demand. A guided form opens
 * one section at a time and leads from each to the next.
 *
 * @attr made - its fields are there
 * @fires tc-typed, tc-rows - from its fields
 * @fires tc-results - from the end of a guided form
 */
export class TcForm extends LitElement {
  static override styles = [base, buttons, disclosure, styles];
  static override properties = {
    context: { attribute: false },
    calculator: {},
    fields: { attribute: false },
    sections: { attribute: false },
    values: { attribute: false },
    issues: { attribute: false },
    issueText: { attribute: false },
    guided: { type: Boolean },
    marks: { attribute: false },
    seen: { state: true },
  };

  declare context: Context;
  declare calculator: CalculatorId;
  declare fields: readonly FieldSpec[];
  declare sections: readonly Section[];
  declare values: FormValues;
  declare issues: readonly Issue[];
  /** How a problem is said; it comes with the first of them. */
  declare issueText: typeof issueText | undefined;
  declare guided: boolean;
  /** By section, for a guided form. */
  declare marks: Readonly<Record<string, Mark>>;
  /** Sections that were opened once: only their fields are made. */
  declare private seen: ReadonlySet<string>;

  constructor() {
    super();
    this.guided = false;
    this.marks = {};
    this.seen = new Set();
  }

  override willUpdate(): void {
    const [first] = this.sections;
    if (!this.hasUpdated && first) this.#see(first.id);
  }

  /** The fields are made in a task of their own. */
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) await breath();
    super.scheduleUpdate();
  }

  override firstUpdated(): void {
    this.toggleAttribute('made', true);
    if (this.guided) this.shadowRoot?.querySelector('details')?.setAttribute('open', '');
  }

  #see(section: string): void {
    if (!this.seen.has(section)) this.seen = new Set(this.seen).add(section);
  }

  /** Opens the section of a field and puts the focus into it. */
  async reveal(path: string): Promise<void> {
    const wanted = columnPath(path);
    const holds = (spec: FieldSpec) =>
      wanted === spec.path || wanted.startsWith(`${spec.path}.`) || spec.path.startsWith(`${wanted}.`);
    const section = fill(this.sections, this.fields, this.values).find(({ specs }) => specs.some(holds));
    const spec = section?.specs.find(holds);
    if (!section || !spec) return;
    this.#details(section.id)?.setAttribute('open', '');
    this.#see(section.id);
    await this.updateComplete;
    const list = this.shadowRoot?.querySelector<TcListField>(`tc-list-field[data-path="${spec.path}"]`);
    if (list) {
      await customElements.whenDefined('tc-list-field');
      return list.reveal(path);
    }
    const field = this.shadowRoot?.querySelector<TcField>(`tc-field[data-path="${spec.path}"]`);
    field?.scrollIntoView({ block: 'center' });
    field?.focus();
  }

  #error = (path: string): string | undefined => {
    const issue = this.issues.find((candidate) => candidate.field === path);
    return issue && this.issueText?.(this.context, this.calculator, this.fields, this.values, issue);
  };

  protected override render(): TemplateResult {
    const sections = fill(this.sections, this.fields, this.values);
    return html`${sections.map((section, place) =>
      place === 0 && !this.guided
        ? this.#renderOpenSection(section)
        : this.#renderSection(section, sections[place + 1]),
    )}`;
  }

  #renderWords(section: FilledSection): TemplateResult {
    const { title, help } = this.#sectionWords(section);
    return html`<div class="words">
      <h3>${title}</h3>
      ${help ? html`<p>${help}</p>` : nothing}
    </div>`;
  }

  #renderFields = ({ specs }: FilledSection): TemplateResult =>
    html`<div class="fields">${specs.map((spec) => this.#renderField(spec))}</div>`;

  #renderOpenSection(section: FilledSection): TemplateResult {
    return html`<div class="section">
      <div class="heading">${this.#renderWords(section)}</div>
      ${this.#renderFields(section)}
    </div>`;
  }

  #renderSection(section: FilledSection, next: FilledSection | undefined): TemplateResult {
    const { form } = this.context.words;
    const answered = section.specs.filter((spec) => isAnswered(this.values, spec)).length;
    const toggled = ({ target }: Event) => (target as HTMLDetailsElement).open && this.#see(section.id);
    return html`<details
      class="section"
      data-section=${section.id}
      name=${this.guided ? 'stage' : nothing}
      @toggle=${toggled}
    >
      <summary>
        ${this.#renderWords(section)} ${this.#renderMark(this.marks[section.id])}
        <span class="count number ${answered > 0 ? 'some' : ''}"
          ><span class="visually-hidden">${form.answered(answered, section.specs.length)}</span
          ><span aria-hidden="true">${answered} / ${section.specs.length}</span></span
        >
        <span class="chevron"></span>
      </summary>
      ${this.seen.has(section.id) ? html`${this.#renderFields(section)} ${this.guided ? this.#renderNext(section, next) : nothing}` : nothing}
    </details>`;
  }

  /** How the part stands, or what filling it in would add. */
  #renderMark(mark: Mark | undefined): TemplateResult | typeof nothing {
    if (mark?.tone !== undefined)
      return html`<span class="mark ${mark.tone}">${toneIcon(mark.tone)}${mark.text}</span>`;
    if (!mark?.gain) return nothing;
    return html`<span class="mark gain number">${this.context.words.form.gain(mark.gain)}</span>`;
  }

  #renderNext(section: FilledSection, next: FilledSection | undefined): TemplateResult {
    const { form, results } = this.context.words;
    return html`<div class="next">
      ${
        next
          ? html`<button type="button" class="primary" @click=${() => this.#open(section, next)}>
              ${form.next(this.#sectionWords(next).title)}
            </button>`
          : html`<button type="button" class="primary" @click=${() => this.dispatchEvent(new ResultsEvent())}>
              ${results.jump}
            </button>`
      }
    </div>`;
  }

  #details = (id: string) => this.shadowRoot?.querySelector<HTMLDetailsElement>(`details[data-section="${id}"]`);

  /** From one part to the next: its heading takes the focus, and stands where the eye is. */
  #open(section: FilledSection, next: FilledSection): void {
    this.#details(section.id)?.removeAttribute('open');
    this.#see(next.id);
    const details = this.#details(next.id);
    details?.setAttribute('open', '');
    const summary = details?.querySelector('summary');
    summary?.focus({ preventScroll: true });
    summary?.scrollIntoView({ block: 'start' });
  }

  /** A section without words of its own is a group of the engine, which has a label. */
  #sectionWords({ id, specs }: FilledSection): { title: string; help: string } {
    const { words } = this.context;
    const own = textFor(calculatorWords(words, this.calculator).sections, id);
    if (own) return own;
    const isGroup = specs.every(({ path }) => path === id || path.startsWith(`${id}.`));
    if (!isGroup) return { title: id === 'other' ? words.form.other : words.form.title, help: '' };
    const { label, help } = fieldWords(this.context, this.calculator, id);
    return { title: label, help };
  }

  #renderField(spec: FieldSpec): TemplateResult | typeof nothing {
    // The words for lists may still be on their way.
    if (spec.type === 'list' && !speakOfReports(this.context.words)) return nothing;
    if (spec.type === 'list') {
      return html`<tc-list-field
        data-path=${spec.path}
        .context=${this.context}
        .calculator=${this.calculator}
        .spec=${spec}
        .values=${this.values}
        .errors=${this.#error}
      ></tc-list-field>`;
    }
    return html`<tc-field
      data-path=${spec.path}
      .context=${this.context}
      .calculator=${this.calculator}
      .spec=${spec}
      .path=${spec.path}
      .text=${textAt(this.values, spec.path)}
      .error=${this.#error(spec.path)}
    ></tc-field>`;
  }
}

customElements.define('tc-form', TcForm);

declare global {
  interface HTMLElementTagNameMap {
    'tc-form': TcForm;
  }
}
