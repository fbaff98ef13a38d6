package fio

import (
	"strconv"
	"strings"

	"blkplay/core/scenario"
)

// set takes an option into s, and returns what is wrong with its value.
func (f *File) set(s *settings, o option) (wrong string) {
	if known := optionNamed(o.name); known != nil {
		if at := strings.IndexByte(o.value, '$'); at >= 0 && o.name != "filename" { // which is but a name
			f.note(o.line, o.name+": variables such as "+quoted(o.value[at:])+" are not known here; left out")
			return ""
		}
		if !o.set && !known.bare {
			return "it has no value"
		}
		return known.read(f, s, &o)
	}
	switch {
	case silent(o.name):
	case strings.HasPrefix(o.name, "include "):
		f.note(o.line, "include: other files are not read; put their lines here")
	default:
		f.note(o.line, quoted(o.name)+" is not supported, left out")
	}
	return ""
}

// knownOption is an option that the block layer sees.
type knownOption struct {
	names []string
	bare  bool // may stand without a value
	read  func(f *File, s *settings, o *option) (wrong string)
}

// number makes a reader of a whole number.
func number(field func(*settings) *int64, least, most int64) func(*File, *settings, *option) string {
	return func(_ *File, s *settings, o *option) (wrong string) {
		*field(s), wrong = count(o.value, least, most)
		return wrong
	}
}

// bytesOf makes a reader of a size.
func bytesOf(field func(*settings) *int64) func(*File, *settings, *option) string {
	return func(_ *File, s *settings, o *option) (wrong string) {
		*field(s), wrong = size(o.value)
		return wrong
	}
}

// both makes a reader of a value for reads and one for writes.
func both(field func(*settings) *[2]int64) func(*File, *settings, *option) string {
	return func(_ *File, s *settings, o *option) (wrong string) {
		*field(s), wrong = perDirection(o.value)
		return wrong
	}
}

// timed makes a reader of a time.
func timed(field func(*settings) *int64, ns int64) func(*File, *settings, *option) string {
	return func(_ *File, s *settings, o *option) (wrong string) {
		*field(s), wrong = duration(o.value, ns)
		return wrong
	}
}

// depthMax bounds depths and batches.
const depthMax = scenario.DepthMax

var knownOptions = []knownOption{
	{[]string{"rw", "readwrite"}, false, setRW},
	{[]string{"bs", "blocksize"}, false, setBlock},
	{[]string{"size"}, false, sizeOrShare(func(s *settings) *int64 { return &s.size }, func(s *settings) *int64 { return &s.shares.size })},
	{[]string{"filesize"}, false, bytesOf(func(s *settings) *int64 { return &s.fileSize })},
	{[]string{"io_size", "io_limit"}, false, sizeOrShare(func(s *settings) *int64 { return &s.ioSize }, func(s *settings) *int64 { return &s.shares.ioSize })},
	{[]string{"number_ios"}, false, number(func(s *settings) *int64 { return &s.ios }, 0, bytesMax)},
	{[]string{"loops"}, false, number(func(s *settings) *int64 { return &s.loops }, 1, bytesMax)},
	{[]string{"offset"}, false, sizeOrShare(func(s *settings) *int64 { return &s.offset }, func(s *settings) *int64 { return &s.shares.offset })},
	{[]string{"offset_increment"}, false, bytesOf(func(s *settings) *int64 { return &s.increment })},
	{[]string{"filename"}, false, setFilename},
	{[]string{"numjobs"}, false, number(func(s *settings) *int64 { return &s.jobs }, 1, scenario.TasksMax)},
	{[]string{"ioengine"}, false, setEngine},
	{[]string{"iodepth"}, false, number(func(s *settings) *int64 { return &s.depth }, 1, depthMax)},
	{[]string{"iodepth_batch", "iodepth_batch_submit"}, false, number(func(s *settings) *int64 { return &s.batch }, 0, depthMax)},
	{[]string{"iodepth_batch_complete_min", "iodepth_batch_complete"}, false, number(func(s *settings) *int64 { return &s.complete }, 0, depthMax)},
	{[]string{"iodepth_low"}, false, number(func(s *settings) *int64 { return &s.low }, 0, depthMax)},
	{[]string{"rate"}, false, both(func(s *settings) *[2]int64 { return &s.rate })},
	{[]string{"rate_iops"}, false, both(func(s *settings) *[2]int64 { return &s.rateIOs })},
	{[]string{"thinktime"}, false, timed(func(s *settings) *int64 { return &s.think }, 1e3)},
	{[]string{"thinktime_blocks"}, false, number(func(s *settings) *int64 { return &s.thinkBlocks }, 1, depthMax)},
	{[]string{"rwmixread"}, false, number(func(s *settings) *int64 { return &s.mixRead }, 0, 100)},
	{[]string{"rwmixwrite"}, false, setMixWrite},
	{[]string{"randseed"}, false, setSeed},
	{[]string{"startdelay"}, false, timed(func(s *settings) *int64 { return &s.delay }, 1e9)},
	{[]string{"stonewall", "wait_for_previous"}, true, setStonewall},
	{[]string{"direct"}, true, setDirect},
	{[]string{"buffered"}, true, setBuffered},
	{[]string{"prio"}, false, setPrio},
	{[]string{"prioclass"}, false, setPrioClass},
	{[]string{"runtime", "timeout"}, false, leftOut("the job does all of its I/O, however long that takes")},
	{[]string{"time_based"}, true, leftOut("the job does its I/O once")},
	{[]string{"iodepth_batch_complete_max"}, false, leftOut("as many are taken at once as iodepth_batch_complete_min says")},
	{[]string{"nrfiles"}, false, setFiles},
	{[]string{"read_iolog"}, false, func(_ *File, s *settings, o *option) string { s.replays = o.line; return "" }},
	{[]string{"replay_redirect", "replay_no_stall", "replay_align", "replay_scale"}, true, func(*File, *settings, *option) string { return "" }},
}

func optionNamed(name string) *knownOption {
	for i := range knownOptions {
		for _, n := range knownOptions[i].names {
			if n == name {
				return &knownOptions[i]
			}
		}
	}
	return nil
}

// leftOut makes a reader that tells what is done instead.
func leftOut(text string) func(*File, *settings, *option) string {
	return func(f *File, _ *settings, o *option) string {
		if o.value != "0" {
			f.note(o.line, o.name+" is not supported: "+text)
		}
		return ""
	}
}

func setRW(f *File, s *settings, o *option) (wrong string) {
	word, more, modified := strings.Cut(o.value, ":")
	s.trims, s.holes = 0, 0
	switch word {
	case "read", "randread":
		s.does = [2]bool{true, false}
	case "write", "randwrite":
		s.does = [2]bool{false, true}
	case "rw", "readwrite", "randrw":
		s.does = [2]bool{true, true}
	case "trim", "randtrim", "trimwrite", "randtrimwrite":
		s.trims = o.line
		return ""
	default:
		return "want read, write, rw, randread, randwrite or randrw"
	}
	s.random = strings.HasPrefix(word, "rand")
	if !modified || more == "" {
		return ""
	}
	if s.random {
		f.note(o.line, "rw: how many I/Os there are to an offset is not supported: each has its own")
		return ""
	}
	if strings.HasPrefix(more, "-") {
		f.note(o.line, "rw: going backwards is not supported: block follows block")
		return ""
	}
	s.holes, wrong = size(more)
	if wrong == "" && (s.holes%sectorBytes != 0 || s.holes > blockMax) {
		wrong = "what is left out behind a block here is a multiple of 512 bytes, at most 64 MiB"
	}
	return wrong
}

func setBlock(_ *File, s *settings, o *option) (wrong string) {
	v, wrong := perDirection(o.value)
	if wrong != "" {
		return wrong
	}
	for dir := range v {
		switch n := v[dir]; {
		case n == 0 && strings.Contains(o.value, ","):
			v[dir] = defaults().block[dir]
		case n <= 0 || n%sectorBytes != 0:
			return "a block here is a multiple of 512 bytes"
		case n > blockMax:
			return "a block here has at most 64 MiB"
		}
	}
	s.block = v
	return ""
}

// blockMax is larger than any block that a device is asked for.
const blockMax = 64 << 20

const sectorBytes = 512

func setFilename(f *File, s *settings, o *option) string {
	name, others, several := strings.Cut(o.value, ":")
	if several && others != "" {
		f.note(o.line, "filename: only the first of several files is used")
	}
	s.filename = name
	return ""
}

func setFiles(f *File, _ *settings, o *option) string {
	if o.value != "1" {
		f.note(o.line, "nrfiles is not supported: a job has one file")
	}
	return ""
}

// engines are those whose I/O goes through the block layer.
var engines = map[string]engine{
	"sync": synchronous, "psync": synchronous, "vsync": synchronous, "pvsync": synchronous, "pvsync2": synchronous,
	"libaio": libaio, "io_uring": ioUring,
}

func setEngine(f *File, s *settings, o *option) string {
	e, known := engines[o.value]
	if !known {
		f.note(o.line, "ioengine "+quoted(o.value)+" is not supported: taken as psync, one I/O after the other")
	}
	s.engine = e
	return ""
}

func setMixWrite(_ *File, s *settings, o *option) (wrong string) {
	n, wrong := count(o.value, 0, 100)
	s.mixRead = 100 - n
	return wrong
}

func setSeed(_ *File, s *settings, o *option) string {
	n, wrong := size(o.value)
	s.seed = uint64(n)
	return wrong
}

func setStonewall(_ *File, s *settings, o *option) string {
	s.stonewall = o.value != "0"
	return ""
}

const pageCache = ": there is no page cache here; every job is taken as with direct=1"

func setDirect(f *File, _ *settings, o *option) string {
	if o.value == "0" {
		f.note(o.line, "direct=0"+pageCache)
	}
	return ""
}

func setBuffered(f *File, _ *settings, o *option) string {
	if o.value != "0" {
		f.note(o.line, "buffered"+pageCache)
	}
	return ""
}

func setPrio(_ *File, s *settings, o *option) (wrong string) {
	n, wrong := count(o.value, 0, 7)
	s.prio.Data, s.prioSet = int(n), true
	return wrong
}

func setPrioClass(_ *File, s *settings, o *option) (wrong string) {
	n, wrong := count(o.value, 0, 3)
	s.prio.Class, s.prioSet = int(n), n > 0
	return wrong
}

// silentOptions change nothing in the block layer, or only what fio reports.
var silentOptions = []string{
	"name", "description", "directory", "filename_format", "unique_filename", "lockfile", "opendir", "bs_unaligned",
	"randrepeat", "allrandrepeat", "norandommap", "softrandommap", "ignore_error", "random_generator", "openfiles", "file_service_type",
	"fallocate", "fadvise_hint", "overwrite", "clocksource", "mem", "iomem", "do_verify", "verify_fatal",
	"lockmem", "hugepage-size", "nice", "invalidate", "write_hint", "create_serialize", "create_fsync", "create_on_open",
	"create_only", "allow_file_create", "allow_mounted_write", "cpumask", "cpus_allowed", "cpus_allowed_policy",
	"numa_cpu_nodes", "numa_mem_policy", "unlink", "unlink_each_loop",
	"new_group", "thread", "per_job_logs", "bwavgtime", "iopsavgtime", "group_reporting", "stats", "zero_buffers",
	"refill_buffers", "scramble_buffers", "buffer_pattern", "buffer_compress_percentage", "buffer_compress_chunk",
	"dedupe_percentage", "dedupe_mode", "clat_percentiles", "lat_percentiles", "slat_percentiles", "percentile_list",
	"significant_figures", "disk_util", "gtod_reduce", "gtod_cpu", "disable_lat", "disable_clat", "disable_slat",
	"disable_bw_measurement", "disable_bw", "unified_rw_reporting", "continue_on_error", "error_dump", "uid", "gid", "unit_base",
	"userspace_reap", "fixedbufs", "registerfiles", "nonvectored", "steadystate",
	"ramp_time",
}

// silentPrefixes begin the names of options of that kind.
var silentPrefixes = []string{"log_", "write_bw_log", "write_lat_log", "write_iops_log", "write_hist_log", "verify_", "steadystate_"}

func silent(name string) bool {
	for _, s := range silentOptions {
		if s == name {
			return true
		}
	}
	for _, p := range silentPrefixes {
		if strings.HasPrefix(name, p) {
			return true
		}
	}
	return false
}

func itoa(n int64) string { return strconv.FormatInt(n, 10) }
