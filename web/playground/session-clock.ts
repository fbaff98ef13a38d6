import { Clock } from './clock.ts';
import type { Session } from './session.ts';

/** A clock that plays a session. */
export function clockOf(session: Session, changed: () => void): Clock {
  return new Clock(
    {
      get now() {
        return session.now;
      },
      get end() {
        return session.end;
      },
      seek: (time) => session.seekTime(time),
      stepForward: () => {
        session.seekStep(session.step + 1);
        return session.step < session.index.steps.length - 1;
      },
    },
    changed,
  );
}
