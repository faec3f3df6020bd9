// The two passes of the impact analysis over a layered graph, as plain loops over flat arrays: what holdfast is
// compared with. Makes the same graph as `holdfast time-graph` does, and prints times in seconds and checksums.
//
//     bench_graph NODES

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <vector>

namespace {

constexpr int64_t never = int64_t(1) << 60;

struct Random {
  uint64_t state;
  uint64_t next() {
    uint64_t z = state += 0x9E3779B97F4A7C15;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    return z ^ (z >> 31);
  }
  int64_t below(int64_t bound) { return int64_t((unsigned __int128)next() * uint64_t(bound) >> 64); }
};

struct Bounds {
  int64_t lower, upper;
};

struct Group {
  int32_t needed;
  bool start;
  int64_t lead;
};

struct Requirement {
  int64_t seconds;
  int64_t binding;
  bool incomplete;
};

struct Graph {
  int32_t activities = 0, nodes = 0;
  std::vector<int32_t> group_starts{0}, member_starts{0}, members, order;
  std::vector<Group> groups;
  std::vector<Bounds> own;
  std::vector<int64_t> objectives;
};

Graph make(int32_t nodes) {
  Graph graph;
  graph.nodes = nodes;
  graph.activities = std::max(nodes / 100, 1);
  Random random{1};
  int64_t width = std::max(nodes / 50, 1);
  for (int64_t node = 0; node < nodes; node++) {
    int64_t first = (node / width + 1) * width, last = std::min(first + width, int64_t(nodes));
    for (int need = 0; need < 5 && first < last; need++) {
      for (int member = 0; member < (need == 4 ? 2 : 1); member++)
        graph.members.push_back(int32_t(first + random.below(last - first)));
      graph.member_starts.push_back(int32_t(graph.members.size()));
      graph.groups.push_back({1, need % 2 == 0, 60 * random.below(4)});
    }
    graph.group_starts.push_back(int32_t(graph.groups.size()));
    int64_t own = 60 * random.below(120);
    graph.own.push_back({own, own});
  }
  for (int32_t activity = 0; activity < graph.activities; activity++)
    graph.objectives.push_back(3600 * (1 + random.below(48)));
  for (int32_t node = nodes; node-- > 0;) graph.order.push_back(node);
  return graph;
}

std::vector<Bounds> recovery(const Graph& graph) {
  std::vector<Bounds> ready(graph.own);
  std::vector<int64_t> lower, upper;
  for (int32_t node : graph.order) {
    Bounds start{0, 0}, finish{0, 0};
    for (int32_t g = graph.group_starts[node]; g < graph.group_starts[node + 1]; g++) {
      const Group& group = graph.groups[g];
      const int32_t *member = &graph.members[graph.member_starts[g]], *end = &graph.members[graph.member_starts[g + 1]];
      Bounds available{0, 0};
      if (group.needed == end - member) {
        for (; member < end; member++) {
          available.lower = std::max(available.lower, ready[*member].lower);
          available.upper = std::max(available.upper, ready[*member].upper);
        }
      } else if (group.needed == 1) {
        available = {never, never};
        for (; member < end; member++) {
          available.lower = std::min(available.lower, ready[*member].lower);
          available.upper = std::min(available.upper, ready[*member].upper);
        }
      } else {
        lower.clear();
        upper.clear();
        for (; member < end; member++) {
          lower.push_back(ready[*member].lower);
          upper.push_back(ready[*member].upper);
        }
        std::sort(lower.begin(), lower.end());
        std::sort(upper.begin(), upper.end());
        available = {lower[group.needed - 1], upper[group.needed - 1]};
      }
      Bounds& which = group.start ? start : finish;
      which.lower = std::max(which.lower, std::min(available.lower + group.lead, never));
      which.upper = std::max(which.upper, std::min(available.upper + group.lead, never));
    }
    ready[node].lower = std::max(std::min(graph.own[node].lower + start.lower, never), finish.lower);
    ready[node].upper = std::max(std::min(graph.own[node].upper + start.upper, never), finish.upper);
  }
  return ready;
}

std::vector<Requirement> requirements(const Graph& graph) {
  std::vector<Requirement> required(graph.nodes, {never, -1, false});
  for (int32_t activity = 0; activity < graph.activities; activity++)
    required[activity].seconds = graph.objectives[activity];
  for (auto place = graph.order.rbegin(); place != graph.order.rend(); place++) {
    const Requirement mine = required[*place];
    if (mine.seconds >= never && !mine.incomplete) continue;
    const Bounds own = graph.own[*place];
    for (int32_t g = graph.group_starts[*place]; g < graph.group_starts[*place + 1]; g++) {
      const Group& group = graph.groups[g];
      int64_t seconds = never;
      bool incomplete = mine.incomplete;
      if (mine.seconds < never) {
        seconds = mine.seconds - group.lead - (group.start ? own.lower : 0);
        incomplete |= group.start && own.lower != own.upper;
      }
      for (int32_t m = graph.member_starts[g]; m < graph.member_starts[g + 1]; m++) {
        Requirement& member = required[graph.members[m]];
        if (seconds < member.seconds) {
          member.seconds = seconds;
          member.binding = *place;
        }
        member.incomplete |= incomplete;
      }
    }
  }
  return required;
}

double now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return 64;
  Graph graph = make(std::atoi(arguments[1]));
  double recovery_time = 1e9, requirement_time = 1e9;
  uint64_t ready_sum = 0, required_sum = 0;
  for (int round = 0; round < 5; round++) {
    double start = now();
    auto ready = recovery(graph);
    recovery_time = std::min(recovery_time, now() - start);
    start = now();
    auto required = requirements(graph);
    requirement_time = std::min(requirement_time, now() - start);
    ready_sum = required_sum = 0;
    for (auto& time : ready) ready_sum = ready_sum * 31 + uint64_t(time.lower) + uint64_t(time.upper);
    for (auto& time : required) required_sum = required_sum * 31 + uint64_t(time.seconds);
  }
  std::printf("{\"recovery\": %.9f, \"requirements\": %.9f, \"readySum\": %llu, \"requiredSum\": %llu}\n",
              recovery_time, requirement_time, (unsigned long long)ready_sum, (unsigned long long)required_sum);
}
