/** What a lesson says in another language, by its first run's name; for each run: label, where to look. */
export type LessonTable = Record<string, { title: string; intro: string; lesson: string; runs: Record<string, [label: string, look: string]> }>;
