/** When a slot of the device was busy in a run that is not the one shown, ns. */
export interface GhostService {
  readonly slot: number;
  readonly from: number;
  readonly to: number;
}

/** That run's device, in order of time. */
export interface Ghost {
  readonly services: readonly GhostService[];
  readonly depth: number;
  readonly longest: number; // ns
}

export function makeGhost(services: readonly GhostService[]): Ghost | null {
  if (services.length === 0) return null;
  return {
    services,
    depth: services.reduce((n, s) => Math.max(n, s.slot + 1), 1),
    longest: services.reduce((n, s) => Math.max(n, s.to - s.from), 0),
  };
}
