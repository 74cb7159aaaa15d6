import { withParts } from '../languages';
import { originFrom } from '../widget/settings';

/** The question whether the page around may have the results. Until it is answered with yes, `target` is null. */
export function consent(agreed: (target: string) => void) {
  const element = document.createElement('div');
  element.className = 'consent';
  element.hidden = true;
  const label = document.createElement('label');
  const box = document.createElement('input');
  box.type = 'checkbox';
  const question = document.createElement('span');
  const help = document.createElement('small');
  help.id = 'consent-help';
  box.setAttribute('aria-describedby', help.id);
  label.append(box, question);
  element.append(label, help);

  let origin: string | null = null;
  box.addEventListener('change', () => {
    if (box.checked && origin) agreed(origin);
  });
  return {
    element,
    get target(): string | null {
      return box.checked ? origin : null;
    },
    /** Asks for the sake of an origin. What was agreed for one does not hold for another. */
    async ask(wanted: string | undefined): Promise<void> {
      const next = originFrom(wanted);
      if (wanted && !next) console.error(`embed.html: target is not an origin such as https://example.com: ${wanted}`);
      if (next !== origin) box.checked = false;
      origin = next;
      element.hidden = next === null;
      if (next === null) return;
      const language = document.documentElement.lang;
      const { widget } = await withParts(language, ['widget']);
      element.lang = language;
      question.textContent = widget.consent(next);
      help.textContent = widget.consentHelp;
    },
  };
}
