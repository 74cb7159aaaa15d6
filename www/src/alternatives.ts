import type { FieldSpec } from './engine';

/**
 * Fields that belong to one choice only: the engine takes none of them with another choice, so they are asked for and
 * sent only with their own. By the field of the choice, in whatever calculator; fields named nowhere belong always.
 */
const alternatives: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'method.kind': {
    multiple: ['method.referenceRate', 'method.multiple'],
    margin: ['method.referenceRate', 'method.margin', 'method.fixedSums'],
    daily: ['method.dailyRate'],
    agreed: ['method.rate', 'method.referenceRate'],
  },
};

/** Whether a field belongs to what has been chosen; what was typed of the others is kept, and waits. */
export function isAsked({ path }: FieldSpec, chosen: (path: string) => string): boolean {
  return Object.entries(alternatives).every(
    ([choice, byValue]) =>
      !Object.values(byValue).flat().includes(path) || (byValue[chosen(choice)] ?? []).includes(path),
  );
}
