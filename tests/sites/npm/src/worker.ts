import { days } from './dso';

postMessage(await days());
