# Sends one packet a line of standard input: `icmp FROM TO TYPE` or `raw FROM TO PROTOCOL`. Needs root.
use strict;
use warnings;
use Socket qw(:all);

while (my $line = <STDIN>) {
    my ($kind, $from, $to, $number) = split ' ', $line;
    my $six = $to =~ /:/;
    my $protocol = $kind eq 'icmp' ? ($six ? 58 : 1) : $number;
    socket(my $socket, $six ? AF_INET6 : AF_INET, SOCK_RAW, $protocol) or die "socket $protocol: $!";
    my $address = sub {
        my ($text) = @_;
        return $six ? pack_sockaddr_in6(0, inet_pton(AF_INET6, $text)) : pack_sockaddr_in(0, inet_pton(AF_INET, $text));
    };
    bind($socket, $address->($from)) or die "bind $from: $!";
    # An ESP or AH header starts with numbers of its own; GRE with flags and the kind of what is inside.
    my $payload = $protocol == 47 ? pack('nn', 0, 0x0800) . ("\0" x 20) : pack('NN', 256, 1) . ('x' x 24);
    $payload = pack('CCnNN', 253, 4, 0, 256, 1) . ('x' x 12) if $protocol == 51; # inside: 253, kept for trials
    if ($kind eq 'icmp') {
        my $rest = pack('nn', $$ & 0xffff, 1) . ('x' x 16);
        my $sum = 0;
        $sum += $_ for unpack('n*', pack('CCn', $number, 0, 0) . $rest);
        $sum = ($sum & 0xffff) + ($sum >> 16) while $sum >> 16;
        $payload = pack('CCn', $number, 0, ~$sum & 0xffff) . $rest;
    }
    for my $try (1 .. 3) {
        last if send($socket, $payload, 0, $address->($to));
        select(undef, undef, undef, 0.05);
    }
    close $socket;
}
