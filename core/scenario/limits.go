package scenario

// Limits of a scenario. They keep a text from anybody at a size that a browser
// can run; those of a run itself (records, time) end it with a message.
const (
	TextBytesMax  = 4 << 20              // of the scenario text
	TasksMax      = 4096                 // tasks
	TaskIDMax     = 60_000               // a record has 16 bits for it, and the hand needs one too
	OpsMax        = 1 << 20              // ops of all tasks
	BiosMax       = 1 << 20              // bios of all ops
	TimeMaxNs     = 3600 * 1_000_000_000 // any instant or span: an hour
	RecordsMax    = 4 << 20              // records of a run: 192 MB
	SectorMax     = 1 << 55              // 512-byte sectors of 64 bits of bytes
	HZMin         = 10
	HZMax         = 10_000
	DepthMax      = 8192      // requests in a device
	QueueValueMax = 1 << 20   // any number of a queue line
	TunableMax    = 1<<31 - 1 // the kernel's int
	TunableMin    = -1 << 31
	SeekNsMax     = 1 << 30 // ns for 1024 sectors
	NameBytesMax  = 15      // TASK_COMM_LEN without its NUL
	errorsMax     = 20      // errors told at once
)
