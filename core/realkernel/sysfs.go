package realkernel

import "blkplay/core/scenario"

// files are the sysfs files, below /sys/block/DISK/, of the numbers of a queue
// line and of set ops that each kernel has; "" says that it has none.
//
// Linux 2.6.24: block/ll_rw_blk.c:default_attrs; 4.4, 6.18: block/blk-sysfs.c.
var files = map[scenario.Kernel]map[string]string{
	scenario.Linux2624: {"nr_requests": "queue/nr_requests", "max_sectors": "queue/max_sectors_kb"},
	scenario.Linux44:   {"nr_requests": "queue/nr_requests", "max_sectors": "queue/max_sectors_kb", "nomerges": "queue/nomerges"},
	scenario.Linux618:  {"nr_requests": "queue/nr_requests", "max_sectors": "queue/max_sectors_kb", "nomerges": "queue/nomerges"},
}

// unfiled says of numbers without a file where the kernel has them from.
var unfiled = map[string]string{
	"unplug_thresh":   "no file in sysfs: 4 is compiled in, block/ll_rw_blk.c:blk_queue_make_request()",
	"unplug_delay_ms": "no file in sysfs: 3 ms is compiled in, block/ll_rw_blk.c:blk_queue_make_request()",
	"max_segments":    "the driver's: it can be read, not written",
	"max_hw_sectors":  "the driver's: it can be read, not written",
}

// setup is the shell that makes a machine like sc's.
func setup(sc *scenario.Scenario, reach int64) string {
	s := &shell{sc: sc}
	s.add("DEV=${DEV:-/dev/sdX}   # a disk of at least ", decimal(reach), " bytes that may be overwritten")
	s.add("export DEV")
	s.add("DISK=/sys/block/$(basename \"$DEV\")")
	s.add("uname -r               # Linux ", string(sc.Kernel), " is what the model is of")
	s.add("grep CONFIG_HZ= /boot/config-$(uname -r) || true   # CONFIG_HZ=", decimal(sc.HZ), " is wanted", oddHZ(sc.HZ))
	s.add("echo ", sysfsElevator(sc.Elevator), " > $DISK/queue/scheduler")
	for _, name := range []string{"nr_requests", "max_sectors", "nomerges", "max_hw_sectors", "max_segments", "unplug_thresh", "unplug_delay_ms"} {
		s.queue(name)
	}
	s.add("[ ! -e $DISK/device/queue_depth ] || echo ", decimal(sc.Device.Depth), " > $DISK/device/queue_depth   # SCSI and SATA disks")
	for _, t := range sc.Tunables {
		s.add(storeOf(t.Name, t.Value))
	}
	for i, on := range []bool{sc.WhatIf.NoUnplugTimer, sc.WhatIf.NoUnplugThresh, sc.WhatIf.NoPlugging, sc.WhatIf.UntrackedPlug} {
		if on {
			s.add("# what_if ", []string{"no_unplug_timer", "no_unplug_thresh", "no_plugging", "untracked_plug"}[i], ": no kernel does this")
		}
	}
	return string(s.b)
}

type shell struct {
	sc *scenario.Scenario
	b  []byte
}

func (s *shell) add(parts ...string) {
	for _, p := range parts {
		s.b = append(s.b, p...)
	}
	s.b = append(s.b, '\n')
}

// queue adds the store of a number of the queue line, or says why there is none.
func (s *shell) queue(name string) {
	info := s.sc.Kernel.Info().QueueParameter(name)
	if info == nil {
		return
	}
	value := *s.sc.Queue.Field(name)
	if store := s.store(name, value); store != "" {
		s.add(store)
	} else if value != info.Default(s.sc) {
		s.add("# ", name, "=", decimal(value), ": ", unfiled[name])
	}
}

// store is the line that stores value, "" if the kernel has no file for it.
func (s *shell) store(name string, value int64) string {
	file := files[s.sc.Kernel][name]
	switch {
	case file != "" && name == "max_sectors":
		return "echo " + decimal(value/2) + " > $DISK/" + file
	case file != "":
		return "echo " + decimal(value) + " > $DISK/" + file
	case unfiled[name] != "":
		return ""
	}
	return storeOf(name, value)
}

// storeOf is the line that stores an elevator's tunable.
func storeOf(name string, value int64) string {
	return "echo " + decimal(value) + " > $DISK/queue/iosched/" + name
}

// sysfsElevator is the elevator's name in sysfs.
func sysfsElevator(name string) string {
	if name == "as" {
		return "anticipatory"
	}
	return name
}

func oddHZ(hz int64) string {
	switch hz {
	case 100, 250, 300, 1000:
		return ""
	}
	return "; kernels are configured for 100, 250, 300 or 1000"
}
