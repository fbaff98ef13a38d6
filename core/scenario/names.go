package scenario

// names are the names that a set op may have, of every kernel. A [trace.Set]
// record has the index of one: append, never reorder.
var names = [...]string{
	"nr_requests", "max_sectors", "nomerges", "unplug_thresh", "unplug_delay_ms",
	"read_expire", "write_expire", "writes_starved", "front_merges", "fifo_batch",
	"read_batch_expire", "write_batch_expire", "antic_expire",
	"quantum", "fifo_expire_sync", "fifo_expire_async", "back_seek_max", "back_seek_penalty",
	"slice_sync", "slice_async", "slice_async_rq", "slice_idle", "group_idle", "low_latency", "target_latency",
	"async_depth", "prio_aging_expire", "read_lat_nsec", "write_lat_nsec",
}

// elevatorNames are the names of every kernel's elevators. A [trace.Switch] record
// has the index of one: append, never reorder.
var elevatorNames = [...]string{
	"noop", "deadline", "as", "cfq", "none", "mq-deadline", "kyber", "bfq",
}

// NameIndex returns the number of a tunable's name, -1 if it is none.
func NameIndex(name string) int { return index(names[:], name) }

// NameAt returns the tunable's name that [NameIndex] numbers i, "" if there is none.
func NameAt(i int) string { return at(names[:], i) }

// ElevatorIndex returns the number of an elevator's name, -1 if it is none.
func ElevatorIndex(name string) int { return index(elevatorNames[:], name) }

// ElevatorAt returns the elevator's name that [ElevatorIndex] numbers i, "" if there is none.
func ElevatorAt(i int) string { return at(elevatorNames[:], i) }

func index(list []string, name string) int {
	for i, n := range list {
		if n == name {
			return i
		}
	}
	return -1
}

func at(list []string, i int) string {
	if i < 0 || i >= len(list) {
		return ""
	}
	return list[i]
}
