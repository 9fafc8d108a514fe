/**
 * Words that link codec 1 writes as a number of nine bits. Frozen: neither order nor spelling may change, and none may be added, since links that were
 * sent long ago name them by their place. New words of catalogs are written letter by letter until a new codec takes them in.
 */
export const WORDS: readonly string[] = [
  // Fields of the format and words it uses
  `format version title author revision description zones id name kind parent cidrs lan filtering intraZone firewalls style boundaries between firewall
hosts zone addresses count components type settings deployment translations virtualAddresses links from to waivers rule host component cidr external
fqdn reason readings requirements service protocol ports icmpType purpose need phase layout x y width height paths via accepted code subjects catalogs
requires externals types request policy portolan.plan internet dmz internal restricted management client partner cloud open filtered default tcp udp
icmp esp ah gre required recommended optional operation install migration nftables iptables windows panos fortigate asa junos checkpoint terraform-aws
terraform-azure terraform-gcp aerleon requester owner approver ticket neededBy until plan points flows permanent auto random follow on off asOf
boundary`,
  // Component types
  `infra/active-directory infra/dns-server infra/ntp-server infra/mail-server infra/syslog-server infra/snmp-manager infra/snmp-client
infra/radius-server infra/tacacs-server infra/ldap-server infra/file-server infra/admin-workstation infra/web-proxy netwrix/threat-manager
netwrix/database netwrix/activity-monitor-agent netwrix/threat-prevention-agent netwrix/access-analyzer netwrix/action-service netwrix/console
sms/server sms/client sms/ips sms/tps sms/ngfw sms/identity-agent sms/dd-analyzer sms/sflow-collector sms/idsentrie sms/external-switch
sms/remote-host sms/external-host sms/external-database sms/external-system tanium/server tanium/module-server tanium/zone-server
tanium/zone-server-hub tanium/client tanium/database tanium/console tanium/idrac tpm/server tpm/client usm/server usm/sensor usm/logger usm/all-in-one
usm/hids-agent usm/snmp-agent usm/log-source usm/netflow-exporter usm/console usm/database`,
  // Settings
  `dynamicPorts port consolePort ldaps siem siemPort postgres activeDirectoryEvents fileSystemEvents sendsTo activityMonitorPort installation haRole
haGroup haPorts whois fips adAuthentication idCorrelation dns ntp radius tacacs snmpAgent emailNotifications remoteSyslog nfsExport sambaExport
externalDatabaseAccess databaseReplication remoteBackup idsentrie urlThreatAnalysis identityAgent responderEmail responderSnmp responderNms
responderSyslog responderSwitch responderWeb triggerUrl triggerSnmpTrap snmpTrapPort nmsPort syslogPort restore transparentHa ntpFromSms sflow
remoteAuthentication platform clientPort ldap ldapPorts snmp syslog sftpExport directConnect directConnectPort arrayMember hubPort zoneProxyClientPort
zoneProxyModulePort registersWith peering listenPort engine approvalMessaging p2pInstaller internetBased wanPeering internetPeering vpn vpnPort
updateProxy updates assetLocation messageCenter threatExchange ipReputation remoteSupport internetProbe onlineCheck usmCentral netflow netflowPort os
remoteInstall remoteInstallPort highPorts transport`,
  // Choices
  `none any 14 18 threat-manager activity-monitor new upgraded primary secondary appliance both server zone-server sql-server postgresql linux 445 139`,
  // External services
  `sms/tmc sms/whois tanium/content tanium/certificates tanium/module-content tpm/adaptiva-cloud tpm/adaptiva-cdn tpm/approval-messaging
tpm/tenable-cloud usm/updates usm/maps-api usm/maps usm/messages usm/otx usm/reputation usm/remote-support usm/probe usm/online-check usm/central`,
  // Readings
  `sms/device-snmp sms/trigger-url sms/trigger-snmp tanium/active-active-443 tanium/appliance-17472 tanium/hub-opener tpm/server-34545 tpm/relay-port-80
tpm/lan-clients-to-cloud tpm/tenable-cloud-clients port-page install-guide opener both-ways second-capture user-help inbound summary-table details
appliance-table server-opens newer-edition internet-access-page destinations-table client-table source-code`,
  // Rules
  `netwrix/file-system-events netwrix/active-directory-events netwrix/threat-prevention-events netwrix/threat-prevention-to-activity-monitor
netwrix/access-analyzer-import netwrix/manager-to-access-analyzer netwrix/manager-to-database netwrix/console-access netwrix/manager-to-console
netwrix/kerberos netwrix/endpoint-mapper netwrix/dynamic-ports netwrix/ldap netwrix/ldaps netwrix/directory-web-services
netwrix/manager-to-action-service netwrix/action-service-to-manager netwrix/siem-udp netwrix/siem-tcp sms/client-ssh sms/client-session
sms/client-channel sms/client-https sms/client-restore sms/device-snmp-back sms/device-https sms/device-traps sms/identity-agent-to-server
sms/server-to-identity-agent sms/tmc-digital-vaccine sms/tmc-updates-new sms/tmc-updates-upgraded sms/whois-lookup sms/responder-email
sms/responder-snmp sms/responder-nms sms/responder-syslog sms/responder-switch sms/responder-web sms/trigger-url-inbound sms/trigger-snmp-inbound
sms/ha-pair sms/ips-transparent-ha sms/snmp-query sms/ips-ntp sms/ips-sflow sms/ips-remote-authentication sms/url-threat-analysis sms/directory-ldap
sms/directory-ldaps sms/external-database-access sms/database-replication sms/name-resolution sms/id-correlation sms/idsentrie-lookup sms/nfs-export
sms/nfs-export-as-printed sms/time-synchronization sms/radius-login sms/tacacs-login sms/samba-export sms/email-notifications sms/remote-syslog
sms/remote-backup tanium/client-to-server tanium/client-to-zone-server tanium/client-peers tanium/console-to-server tanium/console-to-appliance
tanium/server-to-database tanium/appliance-to-database tanium/server-to-module-server tanium/module-services-to-server
tanium/module-services-to-appliance tanium/server-to-content tanium/server-to-certificates tanium/module-server-to-content tanium/active-active
tanium/active-active-https tanium/active-active-appliance tanium/cluster-ipsec tanium/hub-to-zone-server tanium/server-to-hub tanium/hub-to-server
tanium/direct-connect-inside tanium/direct-connect-outside tanium/direct-connect-proxy tanium/appliance-dns tanium/appliance-ntp tanium/appliance-ldap
tanium/appliance-snmp tanium/appliance-syslog-udp tanium/appliance-syslog-tcp tanium/appliance-sftp-export tanium/appliance-administration
tanium/array-ssh tanium/idrac-administration tpm/client-messages tpm/client-acknowledgements tpm/server-replies tpm/server-messages
tpm/server-transfer-control tpm/server-content tpm/client-transfer-control tpm/lan-broadcast tpm/lan-transfer-control tpm/lan-peer-control
tpm/lan-content tpm/peer-installer tpm/wan-transfer-control tpm/wan-peer-control tpm/wan-content tpm/internet-peer-control tpm/internet-content
tpm/server-to-relay-http tpm/server-to-relay-https tpm/server-to-relay-probes tpm/server-to-cdn tpm/server-to-approval-messaging
tpm/server-to-tenable-cloud tpm/internet-client-to-relay-http tpm/internet-client-to-relay tpm/internet-client-to-cdn
tpm/internet-client-to-tenable-cloud tpm/lan-client-to-relay-http tpm/lan-client-to-relay tpm/lan-client-to-cdn usm/sensor-events usm/sensor-identity
usm/sensor-control usm/sensor-smart-events usm/node-api usm/otx-replication usm/update-proxy usm/sensor-netflow usm/server-configures-sensor
usm/scanner-management usm/scanner-before-565 usm/vpn-setup usm/vpn-tunnel usm/server-to-logger usm/server-configures-nodes usm/server-to-database
usm/console-to-server usm/console-to-logger usm/admin-shell usm/syslog-udp usm/syslog-tcp usm/hids-reports usm/hids-install
usm/hids-install-high-ports usm/snmp-polling usm/snmp-traps usm/netflow-export usm/asset-location-api usm/asset-location usm/message-center
usm/threat-exchange usm/ip-reputation usm/internet-probe usm/online-check-from-server usm/online-check-from-browser usm/usm-central`,
  // Kept for fields to come
  `collapsed note notes tags comment expires vlan vrf nat proxy columns preset viewport zoom ipv6 overlay owners`,
].flatMap((group) => group.split(/\s+/));
