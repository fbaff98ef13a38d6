import '../offline/offline.ts';
import './playground.ts';
