// The README of the npm package: what the project's says of it, without what is not in the package.
import { readFileSync, writeFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);
const [head, ...sections] = readFileSync(new URL('README.md', root), 'utf8').split(/^(?=## )/m);
const section = (title) => sections.find((text) => text.startsWith(`## ${title}\n`)) ?? '';
const [ofThePackage] = section('Use it in code').split(/^The crate /m);
const text = head + ofThePackage + section('What it is not');
// A link to another file of the project leads nowhere there.
const leadsNowhere = (paragraph) => /\]\((?!https?:)/.test(paragraph);
const paragraphs = text.split('\n\n').filter((paragraph) => !leadsNowhere(paragraph));
writeFileSync(new URL('pkg/README.md', root), paragraphs.join('\n\n').replace(' (`pkg/`)', '').trimEnd() + '\n');
