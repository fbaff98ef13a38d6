import { pack } from './link.ts';

// Links from one page of ours to another: the scenario and the instant go along.

/** The playground with a scenario, at an instant in ns. */
export async function playgroundLink(text: string, at: number): Promise<string> {
  return `index.html${await pack({ text, at: Math.round(at) })}`;
}

/** The page that compares machines, likewise. */
export async function compareLink(text: string, at: number): Promise<string> {
  return `compare.html${await pack({ text, at: Math.round(at) })}`;
}
