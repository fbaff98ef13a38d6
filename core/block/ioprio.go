package block

// IOPrio is an I/O priority as the kernel packs it: class<<13 | level.
type IOPrio uint16

// Classes of [IOPrio].
const (
	ClassNone = 0
	ClassRT   = 1
	ClassBE   = 2
	ClassIdle = 3
)

// MakeIOPrio packs class and level.
//
// Linux 2.6.24: include/linux/ioprio.h:IOPRIO_PRIO_VALUE().
func MakeIOPrio(class, level int) IOPrio { return IOPrio(class<<13 | level) }

// Class returns the class.
func (p IOPrio) Class() int { return int(p >> 13) }

// Level returns the level, 0 first.
func (p IOPrio) Level() int { return int(p & (1<<13 - 1)) }

// BestIOPrio returns the more urgent of two; class none counts as best effort.
//
// Linux 2.6.24, 4.4: fs/ioprio.c, block/ioprio.c:ioprio_best().
func BestIOPrio(a, b IOPrio) IOPrio {
	ac, bc := a.Class(), b.Class()
	if ac == ClassNone {
		ac = ClassBE
	}
	if bc == ClassNone {
		bc = ClassBE
	}
	switch {
	case ac == bc && a <= b, ac < bc:
		return a
	default:
		return b
	}
}
