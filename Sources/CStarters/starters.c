#include "CStarters.h"

/* Each file is taken in as bytes when this one is compiled (C23), and is one of its dependencies: after
   a change of the XML the next build embeds it anew. */
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char bank[] = {
#embed "../../registers/starters/bank.xml"
};

static const unsigned char hospital[] = {
#embed "../../registers/starters/hospital.xml"
};

static const unsigned char manufacturer[] = {
#embed "../../registers/starters/manufacturer.xml"
};

static const unsigned char municipality[] = {
#embed "../../registers/starters/municipality.xml"
};

static const unsigned char port[] = {
#embed "../../registers/starters/port.xml"
};

static const holdfast_starter starters[] = {
  {"bank", "a bank: payments, cards, cash, treasury, third parties", bank, sizeof bank},
  {"hospital", "an acute hospital: wards, theatres, diagnostics, estate", hospital, sizeof hospital},
  {"manufacturer", "a manufacturer: lines, tools, quality, supply chain", manufacturer, sizeof manufacturer},
  {"municipality", "a municipality: civil protection, water, social services, registry", municipality, sizeof municipality},
  {"port", "a seaport with a container terminal: fairway, quay, yard, gate", port, sizeof port},
};

size_t holdfast_starter_count(void) { return sizeof starters / sizeof starters[0]; }

holdfast_starter holdfast_starter_at(size_t index) { return starters[index]; }
