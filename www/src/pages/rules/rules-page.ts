import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Context } from '../../context';
import type { CalculatorId, Issue, PolicyPatch, PolicySource } from '../../engine';
import { base, buttons, disclosure } from '../../elements/base.styles';
import type { TcField } from '../../elements/field/field';
import { formOf } from '../../form-values';
import { issueText } from '../../issue-text';
import { problemText } from '../../keep/problem-text';
import { chooseFile, saveFile, today } from '../../keep/save-file';
import { packFile, readFile } from '../../keep/work-file';
import { bandsOf, isBands, withBand, withoutBand } from '../../rules/bands';
import { cellsOf, changedLeaves, leafAt, type Entries } from '../../rules/policy-form';
import type { State } from '../../state';
import { StateEvent } from '../../state-event';
import type { OwnField } from '../../units';
import { pageStyles } from '../page.styles';
import { thresholdText } from '../../rules/changed-thresholds';
import { cellLabel, contradiction, fullLabel, leafLabel, originOf, partName, placeOf } from '../../rules/leaf-words';
import { settled, typedPolicy, withoutLeaves, type TypedPolicy } from '../../rules/typed-policy';
import { styles } from './rules-page.styles';
import '../../elements/field/field';
import './days-field';

type Show = 'all' | 'changed' | 'documents' | 'house';
const shows: readonly Show[] = ['all', 'changed', 'documents', 'house'];

/** Those of the pack itself stand above the groups. */
const ofThePack = ['name', 'asOf'];

/** Entries that do not hold yet stay while one is elsewhere on the page. */
let left: Entries = {};

/**
 * Every threshold with its source, changed in place: what was typed holds as soon as the engine takes it, and every
 * result follows.
 *
 * @fires tc-state - with other thresholds or days
 */
export default class TcRulesPage extends LitElement {
  static override styles = [base, buttons, disclosure, pageStyles, styles];
  static override properties = {
    context: { attribute: false },
    state: { attribute: false },
    entries: { state: true },
    search: { state: true },
    show: { state: true },
    opened: { state: true },
    told: { state: true },
    problem: { state: true },
  };

  declare context: Context;
  declare state: State;
  /** What was typed and is not in force, or still has the focus. */
  declare private entries: Entries;
  declare private search: string;
  declare private show: Show;
  /** The groups that are unfolded: only their fields are made. */
  declare private opened: ReadonlySet<string>;
  /** What was just done, and how it was before. */
  declare private told: { text: string; before: PolicyPatch | null } | null;
  declare private problem: string;
  #typed: TypedPolicy | null = null;
  #sources: Readonly<Record<string, PolicySource>> = {};

  constructor() {
    super();
    this.entries = left;
    this.search = '';
    this.show = 'all';
    this.opened = new Set(['receivables']);
    this.told = null;
    this.problem = '';
    this.addEventListener('tc-typed', (event) => {
      event.stopPropagation();
      this.#take({ ...this.entries, [event.detail.path]: event.detail.text });
    });
    // An entry that holds is shown as it is in force once one leaves it.
    this.addEventListener('focusout', () => (this.entries = settled(this.context, this.entries).open));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    left = settled(this.context, this.entries).open;
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
  }

  #take(entries: Entries): void {
    this.entries = entries;
    this.told = null;
    this.#put(settled(this.context, entries).patch);
  }

  #put(policy: PolicyPatch | null): void {
    if (JSON.stringify(policy) !== JSON.stringify(this.state.policy)) this.dispatchEvent(new StateEvent({ policy }));
  }

  #reset(leaves: readonly string[]): void {
    const before = this.state.policy;
    const names = new Set(leaves.flatMap((leaf) => cellsOf(leaf, this.entries)));
    this.entries = Object.fromEntries(Object.entries(this.entries).filter(([cell]) => !names.has(cell)));
    this.#put(withoutLeaves(this.context, leaves));
    this.told = { text: this.context.words.policy.wasReset(leaves.length), before };
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('context')) this.#sources = this.context.engine.policySources();
    if (changed.has('context') || changed.has('entries')) this.#typed = typedPolicy(this.context, this.entries);
  }

  protected override render(): TemplateResult | typeof nothing {
    const typed = this.#typed;
    if (!typed) return nothing;
    const words = this.context.words.policy;
    const changed = new Set(changedLeaves(typed.cells, typed.standard, typed.leaves));
    const shown = [...typed.leaves.keys()].filter((leaf) => !ofThePack.includes(leaf) && this.#matches(leaf, changed));
    const all = typed.leaves.size - ofThePack.length;
    return html`
      <div class="intro">
        <h1 tabindex="-1">${words.title}</h1>
        <p class="lead">${words.lead}</p>
      </div>
      ${this.#renderPack(typed, changed)}
      <div class="filter" role="search">
        <label
          >${words.search}
          <input
            type="search"
            placeholder=${words.searchHelp}
            .value=${this.search}
            @input=${(event: Event) => (this.search = (event.target as HTMLInputElement).value)}
          />
        </label>
        <label
          >${words.show}
          <select @change=${(event: Event) => (this.show = (event.target as HTMLSelectElement).value as Show)}>
            ${shows.map((show) => html`<option value=${show} ?selected=${show === this.show}>${words.shows[show]}</option>`)}
          </select>
        </label>
        <p class="note number" role="status">${shown.length === 0 ? words.none : words.found(shown.length, all)}</p>
      </div>
      ${Object.keys(words.groups).map((group) => this.#renderGroup(group, shown, changed, typed))}
      ${this.#renderCalendar()}
    `;
  }

  // ---- the pack ----

  #renderPack(typed: TypedPolicy, changed: ReadonlySet<string>): TemplateResult {
    const { policy: words } = this.context.words;
    const mark = this.context.policyMark;
    return html`<section class="sheet pack">
      <h2>${words.pack}</h2>
      <p class="note">${words.packHelp}</p>
      <div class="fields">${ofThePack.map((leaf) => this.#renderCells(leaf, typed))}</div>
      <p class="stamp number">
        <strong>${words.changes(changed.size)}</strong>
        ${mark ? html`· ${words.hash} <span data-hash>${mark.hash}</span>` : nothing}
      </p>
      <div class="row">
        <button type="button" @click=${this.#save}>${words.packSave}</button>
        <button type="button" @click=${this.#load}>${words.packLoad}</button>
        ${
          changed.size > 0
            ? html`<button type="button" class="plain" @click=${() => this.#reset([...changed])}>
                ${words.resetAll}
              </button>`
            : nothing
        }
      </div>
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
      <div role="status">
        ${
          this.told
            ? html`<p class="told">
                ${this.told.text}
                <button type="button" class="link" @click=${this.#undo}>${words.undo}</button>
              </p>`
            : nothing
        }
      </div>
    </section>`;
  }

  #save = (): void => {
    const name = this.context.policyMark?.name.replace(/[^\p{L}\p{N}._-]+/gu, '-') || 'policy';
    saveFile(`${name}.json`, 'application/json', packFile(this.state.policy, today()));
  };

  #load = async (): Promise<void> => {
    const file = await chooseFile('.json,application/json');
    if (!file) return;
    const before = this.state.policy;
    const { words, engine } = this.context;
    const answer = readFile(await file.text(), engine);
    if ('problem' in answer) {
      this.problem = problemText(this.context, answer.problem);
      return;
    }
    if (answer.contents.policy === undefined) {
      this.problem = words.keep.fileProblems.noPolicy;
      return;
    }
    this.problem = '';
    this.entries = {};
    this.#put(answer.contents.policy);
    await this.updateComplete;
    this.told = { text: words.policy.loaded(this.context.policyMark?.name ?? file.name), before };
  };

  #undo = (): void => {
    const before = this.told?.before ?? null;
    this.told = null;
    this.#put(before);
  };

  // ---- the list ----

  #matches(leaf: string, changed: ReadonlySet<string>): boolean {
    const source = this.#sources[leaf] ?? { source: 'house', note: '' };
    const isHouse = source.source === 'house';
    if (this.show === 'changed' && !changed.has(leaf)) return false;
    if (this.show === 'documents' && isHouse) return false;
    if (this.show === 'house' && !isHouse) return false;
    const wanted = this.search.trim().toLocaleLowerCase(this.context.language);
    if (!wanted) return true;
    const { name, text, document } = originOf(this.context, source);
    const group = this.#groupName(placeOf(leaf).group);
    return [leaf, group, fullLabel(this.context, leaf), name, text, document, source.source]
      .join(' ')
      .toLocaleLowerCase(this.context.language)
      .includes(wanted);
  }

  #groupName(group: string): string {
    return this.context.words.policy.groups[group as 'score'] ?? group;
  }

  #renderGroup(
    group: string,
    shown: readonly string[],
    changed: ReadonlySet<string>,
    typed: TypedPolicy,
  ): TemplateResult | typeof nothing {
    const leaves = shown.filter((leaf) => placeOf(leaf).group === group);
    if (leaves.length === 0) return nothing;
    const { policy: words } = this.context.words;
    const parts = [...new Set(leaves.map((leaf) => placeOf(leaf).part))].sort(
      (a, b) => Number(a !== '') - Number(b !== ''),
    );
    const changes = leaves.filter((leaf) => changed.has(leaf)).length;
    const filtered = this.show !== 'all' || this.search.trim() !== '';
    const wrong = typed.issues.some(({ field }) => leaves.includes(leafAt(field, typed.leaves) ?? ''));
    const forced = filtered || wrong;
    const open = forced || this.opened.has(group);
    return html`<details
      class="sheet"
      data-group=${group}
      ?open=${open}
      @toggle=${(event: Event) => this.#unfold(group, (event.target as HTMLDetailsElement).open)}
    >
      <summary>
        <h2>${this.#groupName(group)}</h2>
        <span class="count number ${changes > 0 ? 'some' : ''}"
          >${changes > 0 ? words.changes(changes) : leaves.length}</span
        >
        <span class="chevron"></span>
      </summary>
      ${open ? parts.map((part) => this.#renderPart(group, part, leaves, changed, typed)) : nothing}
    </details>`;
  }

  #unfold(group: string, open: boolean): void {
    if (open === this.opened.has(group)) return;
    const others = [...this.opened].filter((other) => other !== group);
    this.opened = new Set(open ? [...others, group] : others);
  }

  #renderPart(
    group: string,
    part: string,
    leaves: readonly string[],
    changed: ReadonlySet<string>,
    typed: TypedPolicy,
  ): TemplateResult {
    const name = partName(this.context, part);
    const own = leaves.filter((leaf) => placeOf(leaf).part === part);
    return html`<div class="part" role="group" aria-label=${name || this.#groupName(group)}>
      ${name ? html`<h3>${name}</h3>` : nothing} ${own.map((leaf) => this.#renderLeaf(leaf, changed.has(leaf), typed))}
    </div>`;
  }

  #renderLeaf(leaf: string, changed: boolean, typed: TypedPolicy): TemplateResult {
    const { policy: words } = this.context.words;
    const { name, text, document } = originOf(this.context, this.#sources[leaf] ?? { source: 'house', note: '' });
    const isRule = this.#sources[leaf]?.source !== 'house';
    return html`<div class="leaf ${changed ? 'changed' : ''}" data-leaf=${leaf}>
      <div class="cells">${this.#renderCells(leaf, typed)}</div>
      <div class="origin">
        <span class="source ${isRule ? 'rule' : ''}">${name}</span>
        ${text ? html`<span>${text}</span>` : nothing} ${document ? html`<span>${document}</span>` : nothing}
        ${
          changed
            ? html`<span class="standard number">
                <span class="mark">${words.changed}</span>
                <span>${words.standard(this.#standardText(leaf, typed))}</span>
                <button
                  type="button"
                  class="link"
                  aria-label=${words.resetOne(fullLabel(this.context, leaf))}
                  @click=${() => this.#reset([leaf])}
                >
                  ${words.reset}
                </button>
              </span>`
            : nothing
        }
      </div>
    </div>`;
  }

  #standardText(leaf: string, typed: TypedPolicy): string {
    const spec = typed.standards.get(leaf);
    return spec ? thresholdText(this.context, spec) : '';
  }

  #renderCells(leaf: string, typed: TypedPolicy): TemplateResult | typeof nothing {
    const spec = typed.leaves.get(leaf);
    if (!spec) return nothing;
    if (spec.type !== 'list') return this.#renderField(leaf, leaf, spec, leafLabel(this.context, leaf), typed);
    const rows = Math.max(...cellsOf(leaf, typed.cells).map((cell) => Number(/\[(\d+)\]/.exec(cell)?.[1]))) + 1;
    const own = typed.issues.find(({ field }) => field === leaf);
    return html`<div role="group" aria-label=${fullLabel(this.context, leaf)}>
      <p class="list-title">${leafLabel(this.context, leaf)}</p>
      ${Array.from({ length: rows }, (_, row) => this.#renderRow(leaf, spec, row, typed))}
      ${isBands(leaf, spec) ? html`<button type="button" class="plain add" @click=${() => void this.#addBand(leaf)}>${this.context.words.policy.band.add}</button>` : nothing}
      ${own ? html`<p class="wrong" role="alert">${this.#error(leaf, typed)}</p>` : nothing}
    </div>`;
  }

  #renderRow(leaf: string, spec: OwnField, row: number, typed: TypedPolicy): TemplateResult {
    const columns: readonly OwnField[] = spec.fields ?? [];
    const at = ({ path }: OwnField) => `${leaf}[${row}]${path.slice(leaf.length)}`;
    const bound = columns.some((column) => !column.path.endsWith('.points') && typed.cells[at(column)] !== undefined);
    // The bound first, as one reads it: up to 40 %, 100 points.
    const ordered = [...columns].sort(
      (a, b) => Number(a.path.endsWith('.points')) - Number(b.path.endsWith('.points')),
    );
    return html`<div class=${columns.length > 1 ? 'band' : ''}>
      ${ordered.map((column) => {
        const cell = at(column);
        const name = column.path.slice(leaf.length + 1);
        if (typed.cells[cell] === undefined)
          return bound ? nothing : html`<span class="rest">${this.context.words.policy.band.rest}</span>`;
        return this.#renderField(leaf, cell, column, cellLabel(this.context, leaf, row, name, bound), typed, true);
      })}
      ${
        isBands(leaf, spec) && bound && bandsOf(leaf, typed.cells).length > 2
          ? html`<button
              type="button"
              class="plain remove"
              aria-label=${this.context.words.policy.band.remove(row + 1)}
              @click=${() => void this.#removeBand(leaf, row)}
            >
              ×
            </button>`
          : nothing
      }
    </div>`;
  }

  /** It waits as an entry until it is complete; its bound takes the focus. */
  async #addBand(leaf: string): Promise<void> {
    const cells = this.#typed?.cells ?? {};
    const place = bandsOf(leaf, cells).length - 1;
    this.#take({ ...this.entries, ...withBand(leaf, cells) });
    await this.updateComplete;
    this.renderRoot
      .querySelector<TcField>(`tc-field[data-cell^="${leaf}[${place}]"]:not([data-cell$=".points"])`)
      ?.focus();
  }

  /** The button goes with its band; the one that adds another takes the focus. */
  async #removeBand(leaf: string, row: number): Promise<void> {
    this.#take({ ...this.entries, ...withoutBand(leaf, this.#typed?.cells ?? {}, row) });
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[data-leaf="${leaf}"] .add`)?.focus();
  }

  #renderField(
    leaf: string,
    cell: string,
    spec: OwnField,
    label: string,
    typed: TypedPolicy,
    inList = false,
  ): TemplateResult {
    return html`<tc-field
      data-cell=${cell}
      .context=${this.context}
      .calculator=${'indemnity' satisfies CalculatorId}
      .spec=${spec}
      .path=${cell}
      .text=${typed.cells[cell] ?? ''}
      .label=${label}
      .error=${this.#error(cell, typed, leaf)}
      ?cell=${inList}
    ></tc-field>`;
  }

  #error(path: string, typed: TypedPolicy, leaf = path): string | undefined {
    const issue: Issue | undefined = typed.issues.find(({ field }) => field === path);
    if (!issue) return undefined;
    if (issue.code === 'inconsistent') return contradiction(this.context, leaf);
    const values = formOf(Object.entries(typed.cells));
    const text = issueText(this.context, 'indemnity', typed.fields, values, issue);
    return `${text} ${this.context.words.policy.notYet}`;
  }

  // ---- working days ----

  #renderCalendar(): TemplateResult {
    const { calendar } = this.context.words.policy;
    return html`<section class="sheet" id="calendar">
      <h2>${calendar.title}</h2>
      <p class="note">${calendar.help}</p>
      <div class="days">
        ${(['holidays', 'workdays'] as const).map(
          (name) =>
            html`<tc-days-field .context=${this.context} .name=${name} .days=${this.state[name]}></tc-days-field>`,
        )}
      </div>
    </section>`;
  }
}

customElements.define('tc-rules-page', TcRulesPage);
