import {
  Activity,
  Boxes,
  Building2,
  ChartLine,
  Clock,
  Cloud,
  Cpu,
  Database,
  FolderTree,
  Globe,
  Handshake,
  HardDrive,
  KeyRound,
  Laptop,
  LockKeyhole,
  Logs,
  type LucideIcon,
  Mail,
  Monitor,
  Network,
  Radar,
  ScanEye,
  Server,
  ServerCog,
  Shield,
  ShieldHalf,
  Signpost,
  Square,
  Terminal,
  Waypoints,
  Wrench,
} from 'lucide-react';
import type { ZoneKind } from '../../model/plan.ts';

const componentIcons: Record<string, LucideIcon> = {
  server: Server,
  'server-cog': ServerCog,
  waypoints: Waypoints,
  monitor: Monitor,
  laptop: Laptop,
  database: Database,
  terminal: Terminal,
  cpu: Cpu,
  shield: Shield,
  radar: Radar,
  logs: Logs,
  boxes: Boxes,
  'scan-eye': ScanEye,
  activity: Activity,
  'chart-line': ChartLine,
  'folder-tree': FolderTree,
  signpost: Signpost,
  clock: Clock,
  mail: Mail,
  'key-round': KeyRound,
  'hard-drive': HardDrive,
  network: Network,
  globe: Globe,
};

/** The icon a catalog names for a component type; a plain square where the name is none of the known ones. */
export function componentIcon(name: string | undefined): LucideIcon {
  return (name !== undefined && Object.hasOwn(componentIcons, name) ? componentIcons[name] : undefined) ?? Square;
}

/** The icon of every kind of zone. */
export const zoneIcons: Record<ZoneKind, LucideIcon> = {
  internet: Globe,
  dmz: ShieldHalf,
  internal: Building2,
  restricted: LockKeyhole,
  management: Wrench,
  client: Monitor,
  partner: Handshake,
  cloud: Cloud,
};

/** Stroke of an icon of that size: thicker when small, so that lines keep their weight. */
export function strokeFor(size: number): number {
  return size < 14 ? 2 : 1.75;
}
