import { html } from 'lit';

const paths = {
  start: 'M3 3v10M13 3L6 8l7 5z',
  back: 'M3 3v10M12 3L6 8l6 5z',
  play: 'M4 2l9 6l-9 6z',
  pause: 'M5 3v10M11 3v10',
  forward: 'M4 3l6 5l-6 5zM13 3v10',
};

export function icon(name: keyof typeof paths) {
  return html`<svg width="16" height="16" aria-hidden="true" .style=${'flex:none'}>
    <path d=${paths[name]} fill="currentColor" stroke="currentColor" stroke-width=${name === 'pause' ? 3 : 1.6} stroke-linejoin="round" />
  </svg>`;
}
