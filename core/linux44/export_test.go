package linux44

import (
	"fmt"

	"blkplay/core/block"
)

// CheckContexts panics if a counter of an io_context is not what those who use it amount to.
func (q *Queue) CheckContexts() {
	for _, ioc := range q.live {
		q.checkContext(ioc)
	}
	for _, t := range q.Sys.Tasks {
		if t.Context != nil && t.Context.Freed {
			panic(fmt.Sprintf("task %d has a freed io_context", t.ID))
		}
	}
}

func (q *Queue) checkContext(ioc *block.IOContext) {
	tasks, requests, held := int32(0), int32(0), int32(0)
	for i := range q.tasks {
		k := &q.tasks[i]
		if k.Context == ioc {
			tasks++
		}
		for _, h := range k.held {
			if h == ioc {
				held++
			}
		}
	}
	for _, rq := range q.pool.All() {
		if rq.Bio != nil && rq.Context == ioc {
			requests++
		}
	}
	if a, ok := q.elevator.(interface{ ActiveContext() *block.IOContext }); ok && a.ActiveContext() == ioc {
		held++
	}
	name := fmt.Sprintf("io_context %d (%d/%d/%d)", ioc.ID, ioc.RefCount, ioc.ActiveRef, ioc.NrTasks)
	switch {
	case ioc.Freed:
		panic(name + " is freed, and on the list")
	case ioc.NrTasks != tasks:
		panic(fmt.Sprintf("%s: %d tasks have it", name, tasks))
	case ioc.ActiveRef != tasks:
		panic(fmt.Sprintf("%s: %d tasks may still use it", name, tasks))
	case ioc.RefCount != tasks+requests+held:
		panic(fmt.Sprintf("%s: %d tasks, %d requests and %d others hold it", name, tasks, requests, held))
	case ioc.RefCount == 0 && !ioc.Release.Pending():
		panic(name + ": leaked: nobody holds it, and nobody frees it")
	}
	for _, icq := range ioc.ICQs {
		if icq.Exited != (ioc.ActiveRef == 0) {
			panic(fmt.Sprintf("%s: icq exited: %t", name, icq.Exited))
		}
	}
}

// LiveContexts returns how many io_contexts are not freed.
func (q *Queue) LiveContexts() int { return len(q.live) }
