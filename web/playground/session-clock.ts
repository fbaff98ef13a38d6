import { Clock } from './clock.ts';
import type { Session } from './session.ts';

/** Of so many steps in a frame nobody can follow each: what is read is then set in every third frame only. */
const followed = 4;

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
      seek: (time) => {
        const { step } = session;
        session.seekTime(time);
        session.turn = session.step - step > followed ? (session.turn ?? 0) + 1 : undefined;
      },
      stepForward: () => {
        session.seekStep(session.step + 1);
        return session.step < session.index.steps.length - 1;
      },
    },
    () => {
      session.turn = undefined;
      changed();
    },
  );
}
