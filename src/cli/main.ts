#!/usr/bin/env node
import { Command } from '@commander-js/extra-typings';

new Command('airbridge').version('0.1.0').parse();
