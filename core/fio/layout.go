package fio

import (
	"strings"

	"blkplay/core/scenario"
)

// alignment of files on the disk, in sectors: a MiB.
const alignment = 2048

// place lays the files behind one another, in order of their first use, and each
// clone's region into its file.
func (b *builder) place() error {
	sectors := map[string]int64{}
	var order []string
	device := ""
	for i := range b.list {
		c := &b.list[i]
		if name := c.job.filename; isDevice(name) {
			if device != "" && device != name && c.number == 0 {
				b.note(c.job.Line, "job "+c.job.Name+": "+name+" is another device than "+device+"; here there is one")
			}
			device = name
		}
		end, ok := c.end()
		if !ok {
			return &Error{c.job.Line, "job " + c.job.Name + " reaches beyond 8 EiB, the end of the largest device"}
		}
		if _, known := sectors[c.file()]; !known {
			order = append(order, c.file())
		}
		sectors[c.file()] = max(sectors[c.file()], end/sectorBytes)
	}
	first := map[string]int64{}
	next := int64(0)
	for _, name := range order {
		first[name] = next
		next += (sectors[name] + alignment - 1) / alignment * alignment
		if next > scenario.SectorMax/2 {
			return &Error{b.list[0].job.Line, "the files of all jobs together are larger than any device"}
		}
	}
	for i := range b.list {
		c := &b.list[i]
		c.first = first[c.file()] + c.offset()/sectorBytes
		c.reachOver(sectors[c.file()] * sectorBytes)
	}
	return nil
}

// reachOver gives a job whose size is no whole number of blocks one more, as fio does where
// the file goes on behind it.
func (c *clone) reachOver(fileBytes int64) {
	j := c.job
	n := j.block[j.direction()]
	if j.mixed() || j.random || j.loops > 1 || j.ioSize > 0 || j.ios > 0 || j.region()%n == 0 {
		return
	}
	if isDevice(j.filename) || fileBytes-c.offset() >= (c.ios+1)*n {
		c.over = true
		c.ios++
	}
}

func isDevice(name string) bool { return strings.HasPrefix(name, "/dev/") }

// file names what c works in: all devices are one.
func (c *clone) file() string {
	switch name := c.job.filename; {
	case isDevice(name):
		return "/dev/"
	case name != "":
		return name
	}
	return c.job.Name + "." + itoa(c.number) + ".0"
}

// offset is where c's region begins in its file, in bytes.
//
// Preconditions: end says that it is there.
func (c *clone) offset() int64 { return c.job.offset + c.job.increment*c.number }

// end is where c's region ends in its file, in bytes; false if that is nowhere.
func (c *clone) end() (bytes int64, ok bool) {
	j := c.job
	if c.number > 0 && j.increment > bytesMax/c.number ||
		j.offset > bytesMax-j.increment*c.number || c.offset() > bytesMax-j.region() {
		return 0, false
	}
	return c.offset() + j.region(), true
}
