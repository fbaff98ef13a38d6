/** A board as its server knows it; see wasm/worker/api/boards.go. */
export interface MadeBoard {
  board: string;
  key: string;
  expires: string;
}

export interface PostedResult {
  number: number;
  name?: string;
  code: string;
  verdict: Verdict;
  posted: string;
}

/** What running the answers again said. */
export interface Verdict {
  exercise: string;
  seed: number;
  status: 'verified' | 'altered'; // altered: something was claimed that is not so
  problem?: string;
  right: number; // answers
  of: number;
  answers: { question: string; given: string; right: boolean }[];
}

export interface Results {
  title: string;
  expires: string;
  results: PostedResult[];
}

/** A server that refuses, or none. */
export class BoardError extends Error {
  constructor(
    message: string,
    readonly status: number, // 0: no server of boards is here
  ) {
    super(message);
    this.name = 'BoardError';
  }
}

/** The boards of the server that the page came from. */
export class BoardServer {
  constructor(readonly base: URL = new URL('/api/boards', document.baseURI)) {}

  make(title: string, lesson: string, days: number): Promise<MadeBoard> {
    return this.#ask('POST', '', { body: { title, lesson, days } });
  }

  /** The exercise of a board, as its students get it. */
  lesson(board: string): Promise<{ title: string; lesson: string }> {
    return this.#ask('GET', `/${encodeURIComponent(board)}`, {});
  }

  /** Posts a result code, which the server runs again; the name may be empty. */
  post(board: string, name: string, code: string): Promise<{ number: number; verdict: Verdict }> {
    return this.#ask('POST', `/${encodeURIComponent(board)}/results`, { body: { name, code } });
  }

  results(board: string, key: string): Promise<Results> {
    return this.#ask('GET', `/${encodeURIComponent(board)}/results`, { key });
  }

  remove(board: string, key: string): Promise<void> {
    return this.#ask('DELETE', `/${encodeURIComponent(board)}`, { key });
  }

  removeResult(board: string, key: string, number: number): Promise<void> {
    return this.#ask('DELETE', `/${encodeURIComponent(board)}/results/${number}`, { key });
  }

  async #ask<T>(method: string, path: string, { key, body }: { key?: string; body?: unknown }): Promise<T> {
    let response: Response;
    try {
      response = await fetch(this.base + path, {
        method,
        headers: { ...(body !== undefined && { 'Content-Type': 'application/json' }), ...(key && { Authorization: `Bearer ${key}` }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
    } catch (e) {
      throw new BoardError(String(e), 0);
    }
    if (response.status === 204) return undefined as T;
    const said: unknown = await response.json().catch(() => null);
    if (response.ok && said !== null) return said as T;
    const first = (said as { errors?: { message: string }[] } | null)?.errors?.[0]?.message;
    // A host of files refuses in words of its own; so does an edge that is too busy to ask the server.
    const busy = response.status === 429 || response.status >= 500;
    throw new BoardError(first ?? `${response.status} ${response.statusText}`.trim(), first || busy ? response.status : 0);
  }
}
