#include "assay/footprint/quantify.hpp"

#include "parts.hpp"

namespace assay::footprint {

using quantity::Rational;

Result quantify(const Inventory& inventory, const registers::FactorData& data) {
    Result result;
    result.gwp = inventory.gwp;
    const Network network(inventory);
    const Figures figures(inventory, data);
    for (std::size_t index = 0; index < inventory.products.size(); ++index) {
        ProductResult product;
        product.id = inventory.products[index].id;
        product.product = index;
        Account account(network, figures, data.gwps, product);
        account.run();
        addCutOff(inventory, account, product);
        addComparisons(inventory, product);
        addFindings(network, account, data, product);
        if (product.total) {
            addParts(inventory, product);
            addSiteShare(inventory, product);
            addUnaccounted(network, account, product);
        } else {
            product.contributions.clear();
        }
        result.products.push_back(std::move(product));
    }
    return result;
}

std::string rounded(const Rational& number, int digits, Rounding rounding) {
    Rational scale(1);
    for (int digit = 0; digit < digits; ++digit)
        scale *= Rational(10);
    const Rational scaled = number.abs() * scale;
    Rational whole = scaled.floor();
    const Rational rest = scaled - whole;
    const Rational half(1, 2);
    const bool isOdd = !(whole / Rational(2)).isWhole();
    if (rest > half || (rest == half && (rounding == Rounding::HalfUp || isOdd))) whole += Rational(1);
    std::string text = whole.exact();
    const auto places = static_cast<std::size_t>(digits);
    if (text.size() <= places) text.insert(0, places + 1 - text.size(), '0');
    if (places > 0) text.insert(text.size() - places, ".");
    return number.sign() < 0 && !whole.isZero() ? "-" + text : text;
}

}  // namespace assay::footprint
