declare module 'wasm_exec.js';
declare module 'small_exec.js';
