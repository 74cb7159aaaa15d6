/** Fired when a visitor asks to be taken to a field. */
export class GoEvent extends CustomEvent<{ path: string }> {
  constructor(path: string) {
    super('tc-go', { detail: { path }, bubbles: true, composed: true });
  }
}
