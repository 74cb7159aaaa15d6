/** Everything below a root, through every shadow root. */
function* elementsBelow(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* elementsBelow(element.shadowRoot);
  }
}

/** Opens whatever a step is folded away in, and gives back how to fold it again. */
export function unfoldSteps(root: ParentNode): () => void {
  const opened: HTMLDetailsElement[] = [];
  for (const element of elementsBelow(root)) {
    const details = element.localName === 'tc-step' ? element.closest('details') : null;
    if (!details || details.open) continue;
    details.open = true;
    opened.push(details);
  }
  return () => opened.forEach((details) => (details.open = false));
}
