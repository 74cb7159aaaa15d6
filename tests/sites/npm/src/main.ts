import { days } from './dso';

const show = (id: string, text: string) => {
  const place = document.querySelector(`#${id}`);
  if (place) place.textContent = text;
};

const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
worker.addEventListener('message', ({ data }: MessageEvent<string>) => show('worker', data));
show('page', await days());
