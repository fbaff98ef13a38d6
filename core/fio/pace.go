package fio

// pace is how a job waits: it submits cycle I/Os in plugs of batch each, and goes on
// when no more than left are under way.
type pace struct{ batch, cycle, left int64 }

// pace returns how the job waits.
//
// fio fills its queue to iodepth, submitting whenever a batch is together; then it
// takes completions, at least iodepth_batch_complete_min at once, until
// iodepth_low are left, and fills it again (backend.c:do_io(), ioengines.c:td_io_queue()).
func (s *settings) pace() pace {
	depth, batch, low := s.depth, s.batch, s.low
	if s.engine == synchronous {
		depth, batch = 1, 1
	}
	if s.think > 0 {
		depth = min(depth, s.thinkBlocks)
	}
	if batch == 0 || batch > depth {
		batch = depth
	}
	if low == 0 || low > depth {
		low = depth
	}
	left := min(low, depth-min(max(s.complete, 1), depth))
	return pace{min(batch, depth-left), depth - left, left}
}
