package realkernel

import "blkplay/core/scenario"

// traced is the shell that traces the disk while fio works, and does the stores
// that the run does meanwhile.
func traced(sc *scenario.Scenario, stores []store) string {
	s := &shell{sc: sc}
	s.add("mountpoint -q /sys/kernel/debug || mount -t debugfs none /sys/kernel/debug")
	s.add("blktrace -d \"$DEV\" -o blkplay & TRACER=$!   # a kernel with CONFIG_BLK_DEV_IO_TRACE")
	s.add("sleep 1")
	for i := range stores {
		s.later(&stores[i])
	}
	s.add("fio ", jobName)
	s.add("kill -INT $TRACER; wait $TRACER || true")
	s.add("blkparse -i blkplay -d blkplay.bin > blkplay.txt   # drop blkplay.blktrace.* onto blkplay to see them beside the model")
	s.add("btt -i blkplay.bin")
	return string(s.b)
}

// later adds a store at a time after fio's start, as near as a shell comes to it.
func (s *shell) later(o *store) {
	line := "echo " + sysfsElevator(o.elevator) + " > $DISK/queue/scheduler"
	if o.name != "" {
		if line = s.store(o.name, o.value); line == "" {
			s.add("# at ", milliseconds(o.at), " ms, set ", o.name, " ", decimal(o.value), ": ", unfiled[o.name])
			return
		}
	}
	s.add("(sleep ", seconds(o.at), "; ", line, ") &")
}

func seconds(ns int64) string {
	return decimal(ns/1_000_000_000) + "." + padded(ns%1_000_000_000/1000, 6)
}

func milliseconds(ns int64) string {
	return decimal(ns/1_000_000) + "." + padded(ns%1_000_000/1000, 3)
}

func padded(v int64, digits int) string {
	s := decimal(v)
	for len(s) < digits {
		s = "0" + s
	}
	return s
}
