/**
 * Text that deflate may refer to as if it stood before every link: component types, settings and the shapes of usual plans.
 * Likelier text stands later, where references to it are shorter. Changing a letter changes what links mean: a new text needs a new codec.
 */
export const PRESET = [
  '"required\noptional\nrecommended\n"operation\n"migration\n"install',
  '"windows\n"linux\n"sqlserver\n"postgresql\n["platform"]\n["engine"]',
  '"infra/active-directory\n"infra/dns-server\n"infra/ntp-server\n"infra/mail-server\n"infra/syslog-server',
  '"infra/snmp-manager\n"infra/snmp-client\n"infra/radius-server\n"infra/tacacs-server\n"infra/ldap-server',
  '"infra/file-server\n"infra/admin-workstation\n"infra/web-proxy\n"netwrix/threat-manager\n"netwrix/database',
  '"netwrix/activity-monitor-agent\n"netwrix/threat-prevention-agent\n"netwrix/access-analyzer\n"netwrix/action-service\n"netwrix/console',
  '"sms/server\n"sms/client\n"sms/ips\n"sms/tps\n"sms/ngfw',
  '"sms/identity-agent\n"sms/dd-analyzer\n"sms/sflow-collector\n"sms/idsentrie\n"sms/external-switch',
  '"sms/remote-host\n"sms/external-host\n"sms/external-database\n"sms/external-system\n"tanium/server',
  '"tanium/module-server\n"tanium/zone-server\n"tanium/zone-server-hub\n"tanium/client\n"tanium/database',
  '"tanium/console\n"tanium/idrac\n"tpm/server\n"tpm/client\n"usm/server',
  '"usm/sensor\n"usm/logger\n"usm/all-in-one\n"usm/hids-agent\n"usm/snmp-agent',
  '"usm/log-source\n"usm/netflow-exporter\n"usm/console\n"usm/database',
  '{["rule","from","to","reason"]',
  '{["id","from","to","service","purpose","need"]',
  '{["protocol","ports"]',
  '{["from","to"]',
  '"internet\n"dmz\n"restricted\n"management\n"client\n"partner\n"cloud\n"internal',
  '"192.168.0.0/16\n"172.16.0.0/12\n"10.0.0.0/24\n"10.0.0.1',
  '{["id","name","kind","parent","cidrs"]\n{["id","name","kind","cidrs","lan"]',
  '{["id","name","style"]\n{["id","between","firewall"]\n{["id","name","between"]',
  '{["id","name","zone","addresses","count","components"]\n{["id","name","zone","addresses","components"]\n{["id","name","zone","components"]',
  '{["id","type","settings"]\n{["id","type"]',
  '.-server\n.-console\n.-sensor\n.-client\n"-1',
  '{0\n{0\n{0\n{0\n[1\n[1\n[1\n[1\n=\n=\n=\n>\n>\n>\n0\n0\n0',
  '{["zones","hosts"]\n{["x","y","width","height"]\n{["x","y"]',
  'c{["format","version","title","zones","firewalls","boundaries","hosts","links","layout"]\n"portolan.plan\n1',
].join('\t');
