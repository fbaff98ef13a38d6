/** Whether this is a package that was made of an exercise, without the site around it: its page says where that is. */
export function alone(): boolean {
  return document.documentElement.dataset.home !== undefined;
}

/** A page of the site, also from such a package. */
export function home(page: string): string {
  return (document.documentElement.dataset.home ?? '') + page;
}
