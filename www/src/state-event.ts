import type { State } from './state';

/** Fired by a page or a view that changes more than its form: thresholds, working days, another place, whole forms. */
export class StateEvent extends CustomEvent<{ change: Partial<State> }> {
  constructor(change: Partial<State>) {
    super('tc-state', { detail: { change }, bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'tc-state': StateEvent;
  }
}
