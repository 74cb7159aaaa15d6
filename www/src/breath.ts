/** Lets the browser do what waits before the next piece of work: on a slow phone each takes its time. */
export const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
