import './playground.ts';
