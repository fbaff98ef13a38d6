package blktrace

// Record is one record of a trace, whatever it was read from.
type Record struct {
	Time     uint64 // ns; of the traced machine's clock, or from the start of the trace
	Sector   uint64 // first 512-byte sector
	Bytes    uint32 // length
	Seq      uint32 // per CPU, from 1; 0 if the tracer did not count
	PID      uint32 // the thread that ran; of C, the one the interrupt hit
	Device   Device
	CPU      uint32
	Action   Action
	Category Category
	Error    uint16 // errno of a completion

	// Arg is U, UT: the number of requests; X: the first sector of the rest;
	// A: the sector on device From.
	Arg      uint64
	From, To Device // A

	HasCGroup bool
	CGroup    uint64

	// Payload is what follows the header, if it is not in the fields above: the text of a
	// message, a name, a passthrough command. It lies in the reader's buffer: good
	// until the next record is read.
	Payload []byte

	// BadPayload says that the payload was not as long as the action wants. Then
	// the bytes are in Payload, and Arg, From and To are 0.
	BadPayload bool
}

// Sectors returns the length in 512-byte sectors, rounded down as blkparse does.
func (r *Record) Sectors() uint32 { return r.Bytes >> 9 }

// IsNote reports whether r is a note, not an event.
func (r *Record) IsNote() bool { return r.Category&Notify != 0 }

// IsMessage reports whether r is a note with a text.
func (r *Record) IsMessage() bool { return r.IsNote() && r.Action == NoteMessage }

// word is the record's action word.
func (r *Record) word() uint64 {
	w := uint64(r.Category)<<16 | uint64(r.Action&^zoneless)
	if r.HasCGroup {
		w |= cgroupBit
	}
	return w
}

func (r *Record) setWord(w uint64) {
	r.Action, r.Category, r.HasCGroup = Action(w&0xffff&^cgroupBit), Category(w>>16), w&cgroupBit != 0
}

// Device is the kernel's dev_t.
type Device uint32

// MakeDevice returns the device with a major and a minor number.
// Linux: include/linux/kdev_t.h:MKDEV().
func MakeDevice(major, minor uint32) Device { return Device(major<<20 | minor&(1<<20-1)) }

// Major returns the major number.
func (d Device) Major() uint32 { return uint32(d >> 20) }

// Minor returns the minor number.
func (d Device) Minor() uint32 { return uint32(d & (1<<20 - 1)) }
