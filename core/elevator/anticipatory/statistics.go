package anticipatory

import (
	"blkplay/core/block"
	"blkplay/core/sim"
)

// statistics are what is known of all tasks together. Probabilities are of 256.
type statistics struct {
	exitProb      int64 // a task ends after its first I/O
	exitNoCoop    int64 // nobody helps a task that ended
	newTtimeTotal int64 // think times of tasks that are new
	newTtimeMean  int64
	newSeekTotal  int64
	newSeekMean   int64
}

// up and down move a probability towards 256 and 0.
func up(p int64) int64   { return (7*p + 256) / 8 }
func down(p int64) int64 { return 7 * p / 8 }

// learn takes rq into the history of a task; only SYNC requests count.
//
// Linux 2.6.24: block/as-iosched.c:as_update_iohist().
func (e *Elevator) learn(aic *block.ASContext, rq *block.Request) {
	if !rq.IsSync() {
		return
	}
	if aic.IORunning || aic.IOStarted {
		think := int64(0)
		if aic.IORunning && aic.NrQueued+aic.NrDispatched == 0 {
			most := uint64(e.q.Sys.Loop.HZ()/50) - 1 // MAX_THINKTIME-1, unsigned: no bound where HZ/50 is 0
			think = int64(min(uint64(e.q.Jiffies()-aic.LastEnd), most))
		}
		e.learnThinkTime(aic, think)
		seek := rq.Sector - aic.LastRequestPos
		if seek < 0 {
			seek = -seek
		}
		e.learnSeek(aic, seek)
	}
	aic.LastRequestPos = rq.End()
	aic.IOStarted = true
}

// learnThinkTime takes t jiffies into the mean.
//
// Linux 2.6.24: block/as-iosched.c:as_update_thinktime().
func (e *Elevator) learnThinkTime(aic *block.ASContext, t int64) {
	if aic.TtimeSamples == 0 {
		s := &e.stats
		s.newTtimeTotal = (7*s.newTtimeTotal + 256*t) / 8
		s.newTtimeMean = s.newTtimeTotal / 256
		s.exitProb = down(s.exitProb)
	}
	aic.TtimeSamples = up(aic.TtimeSamples)
	aic.TtimeTotal = (7*aic.TtimeTotal + 256*t) / 8
	aic.TtimeMean = (aic.TtimeTotal + 128) / aic.TtimeSamples
}

// learnSeek takes a distance of d sectors into the mean, cut down if it is an outlier.
//
// Linux 2.6.24: block/as-iosched.c:as_update_seekdist().
func (e *Elevator) learnSeek(aic *block.ASContext, d int64) {
	if aic.SeekSamples == 0 {
		s := &e.stats
		s.newSeekTotal = (7*s.newSeekTotal + 256*d) / 8
		s.newSeekMean = s.newSeekTotal / 256
	}
	if aic.SeekSamples <= 60 { // second and third
		d = min(d, 4*aic.SeekMean+2*1024*1024)
	} else {
		d = min(d, 4*aic.SeekMean+2*64*1024)
	}
	aic.SeekSamples = up(aic.SeekSamples)
	aic.SeekTotal = (7*aic.SeekTotal + 256*d) / 8
	aic.SeekMean = (aic.SeekTotal + aic.SeekSamples/2) / aic.SeekSamples
}

// isClose reports whether rq lies so near the awaited task's place that it is
// taken for the awaited I/O. The longer the wait, the farther is near.
//
// Linux 2.6.24: block/as-iosched.c:as_close_req().
func (e *Elevator) isClose(aic *block.ASContext, rq *block.Request) bool {
	delay := sim.Jiffies(0)
	if e.iocFinished && e.status != off {
		delay = e.q.Jiffies() - e.anticStart
	}
	delta := int32(8192)
	if delay > 0 {
		if delay > min(sim.Jiffies(20*e.q.Sys.Loop.HZ()/1000), e.anticExpire) {
			return true
		}
		delta <<= delay // may overflow, as the kernel's does
	}
	last, next, wide := uint64(e.lastSector[e.batch]), uint64(rq.Sector), uint64(int64(delta))
	if last <= next+wide/2 && next <= last+wide {
		return true
	}
	gap := int64(next - last)
	if gap < 0 {
		gap = -gap
	}
	if aic.SeekSamples == 0 {
		return gap < e.stats.newSeekMean
	}
	return gap < aic.SeekMean
}
