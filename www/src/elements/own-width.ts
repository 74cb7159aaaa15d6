import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Tells an element how much room it has, at first and whenever that changes; an element out of sight has none. */
export class OwnWidth implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #observer: ResizeObserver;

  constructor(host: ReactiveControllerHost & Element, tell: (width: number) => void) {
    this.#host = host;
    this.#observer = new ResizeObserver(([entry]) => {
      const width = Math.floor(entry?.contentRect.width ?? 0);
      if (width > 0) tell(width);
    });
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }
}
