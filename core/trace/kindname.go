package trace

// kindNames are stable keys in kebab-case, by kind.
var kindNames = [...]string{
	Queue: "queue", BackMerge: "back-merge", FrontMerge: "front-merge", GetRequest: "get-request",
	SleepRequest: "sleep-request", Requeue: "requeue", Issue: "issue", Complete: "complete", Plug: "plug",
	Unplug: "unplug", UnplugTimer: "unplug-timer", Insert: "insert", Split: "split", Bounce: "bounce", Remap: "remap",

	PlugOff: "plug-off", MergeFound: "merge-found", MergeRefused: "merge-refused", Join: "join", Closed: "closed",
	Choose: "choose", Hold: "hold", Dispatch: "dispatch", ElevatorState: "elevator-state",
	TimerArm: "timer-arm", TimerDel: "timer-del", TimerFire: "timer-fire", WorkQueue: "work-queue", WorkRun: "work-run",
	BioEnd: "bio-end", RequestFree: "request-free", Full: "full", Batcher: "batcher",
	TaskOp: "task-op", TaskSleep: "task-sleep", TaskCompute: "task-compute", TaskWake: "task-wake", TaskRun: "task-run",
	TaskFork: "task-fork", TaskExit: "task-exit", IOPrio: "ioprio", IOContext: "io-context", Set: "set", Switch: "switch",
	Tags: "tags", SoftQueue: "soft-queue", HardQueue: "hard-queue", TaskPlug: "task-plug", Note: "note", End: "end",
}

// Name returns a kind's name, "" for an unknown one.
func (k Kind) Name() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return ""
}
