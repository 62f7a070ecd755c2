#include "assay/footprint/words.hpp"

namespace assay::footprint {

template <>
const std::vector<Alternative>& alternatives<Stage>() {
    static const std::vector<Alternative> all = {{"raw_materials", "raw materials", "原材料获取"},
                                                 {"production", "production", "生产"},
                                                 {"distribution", "distribution and storage", "交付及储存"},
                                                 {"use", "use", "使用"},
                                                 {"end_of_life", "end of life", "生命末期"}};
    return all;
}

template <>
const std::vector<Alternative>& alternatives<Boundary>() {
    static const std::vector<Alternative> all = {{"cradle_to_gate", "cradle to gate", "摇篮到大门"},
                                                 {"cradle_to_grave", "cradle to grave", "摇篮到坟墓"},
                                                 {"gate_to_gate", "gate to gate", "大门到大门"}};
    return all;
}

template <>
const std::vector<Alternative>& alternatives<Allocation>() {
    static const std::vector<Alternative> all = {{"mass", "by mass", "按质量"},
                                                 {"energy", "by energy", "按能量"},
                                                 {"economic", "by value", "按经济价值"},
                                                 {"custom", "stated shares", "自定份额"},
                                                 {"system_expansion", "system expansion", "系统扩展"}};
    return all;
}

template <>
const std::vector<Alternative>& alternatives<Recycling>() {
    static const std::vector<Alternative> all = {
        {"cut_off", "cut-off", "截断法"}, {"substitution", "substitution", "替代法"}, {"closed_loop", "closed loop", "闭环法"}};
    return all;
}

template <>
const std::vector<Alternative>& alternatives<Origin>() {
    static const std::vector<Alternative> all = {
        {"fossil", "fossil", "化石"}, {"biogenic", "biogenic", "生物源"}, {"land_use", "land use", "土地利用"}};
    return all;
}

template <>
const std::vector<Alternative>& alternatives<DataSource>() {
    static const std::vector<Alternative> all = {{"site", "site data", "现场数据"}, {"secondary", "secondary data", "次级数据"}};
    return all;
}

template <>
const std::vector<Alternative>& alternatives<FlowKind>() {
    static const std::vector<Alternative> all = {{"input", "input", "投入"},
                                                 {"fuel", "fuel burnt", "燃料"},
                                                 {"emission", "greenhouse gas emitted", "温室气体排放"},
                                                 {"release", "other substance released", "其他排放"},
                                                 {"resource", "taken from nature", "自然资源"},
                                                 {"co_product", "co-product", "联产品"},
                                                 {"waste", "waste", "废弃物"},
                                                 {"scrap", "scrap to recycling", "废料回收"},
                                                 {"scrap_input", "scrap input", "废料投入"},
                                                 {"avoided", "avoided product", "被替代产品"}};
    return all;
}

template <>
const std::vector<Alternative>& alternatives<Method>() {
    static const std::vector<Alternative> all = {{"emission_factor", "emission factor", "排放因子法"},
                                                 {"mass_balance", "mass balance", "物料平衡法"},
                                                 {"measured", "measured", "实测法"},
                                                 {"combustion", "combustion", "燃料燃烧"}};
    return all;
}

}  // namespace assay::footprint
