#include "assay/source/timestamp.hpp"

#include <openssl/pem.h>
#include <openssl/ts.h>
#include <openssl/x509.h>

#include <array>
#include <ctime>
#include <memory>

#include "hex.hpp"

namespace assay::source {

namespace {

template <auto release>
struct Free {
    template <class T>
    void operator()(T* object) const noexcept {
        release(object);
    }
};
template <class T, auto release>
using Handle = std::unique_ptr<T, Free<release>>;

using Request = Handle<TS_REQ, TS_REQ_free>;
using Imprint = Handle<TS_MSG_IMPRINT, TS_MSG_IMPRINT_free>;
using Algorithm = Handle<X509_ALGOR, X509_ALGOR_free>;
using Response = Handle<TS_RESP, TS_RESP_free>;
using Token = Handle<PKCS7, PKCS7_free>;
using Info = Handle<TS_TST_INFO, TS_TST_INFO_free>;
using Context = Handle<TS_VERIFY_CTX, TS_VERIFY_CTX_free>;
using Store = Handle<X509_STORE, X509_STORE_free>;
using Certificate = Handle<X509, X509_free>;
using Bio = Handle<BIO, BIO_free>;

constexpr std::size_t mostBytes = 1U << 20U;

Token tokenOf(std::string_view bytes) {
    if (bytes.size() > mostBytes) return nullptr;
    const auto size = static_cast<long>(bytes.size());
    const auto* at = reinterpret_cast<const unsigned char*>(bytes.data());
    if (const Response response(d2i_TS_RESP(nullptr, &at, size)); response) {
        PKCS7* held = TS_RESP_get_token(response.get());
        return Token(held != nullptr ? PKCS7_dup(held) : nullptr);
    }
    at = reinterpret_cast<const unsigned char*>(bytes.data());
    return Token(d2i_PKCS7(nullptr, &at, size));
}

// The certificates of a PEM file. Empty: it holds none.
Store storeOf(std::string_view pem) {
    if (pem.size() > mostBytes) return nullptr;
    Store store(X509_STORE_new());
    const Bio bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    bool holdsAny = false;
    while (store && bio) {
        const Certificate certificate(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
        if (!certificate) break;
        holdsAny = X509_STORE_add_cert(store.get(), certificate.get()) == 1 || holdsAny;
    }
    if (!holdsAny) return nullptr;
    return store;
}

bool isOf(const TS_TST_INFO* info, std::string_view digest) {
    TS_MSG_IMPRINT* imprint = TS_TST_INFO_get_msg_imprint(const_cast<TS_TST_INFO*>(info));
    const ASN1_OBJECT* algorithm = nullptr;
    X509_ALGOR_get0(&algorithm, nullptr, nullptr, TS_MSG_IMPRINT_get_algo(imprint));
    const ASN1_OCTET_STRING* message = TS_MSG_IMPRINT_get_msg(imprint);
    const std::string_view stated(reinterpret_cast<const char*>(ASN1_STRING_get0_data(message)),
                                  static_cast<std::size_t>(ASN1_STRING_length(message)));
    return OBJ_obj2nid(algorithm) == NID_sha256 && stated == digest;
}

std::string textOf(const std::tm& time) {
    std::array<char, 32> text{};
    return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &time)};
}

// Seconds since 1970, whatever the time zone of the machine.
std::time_t secondsOf(std::tm time) {
    return timegm(&time);
}

}  // namespace

std::string timestampQuery(std::string_view sha256) {
    constexpr std::size_t digestSize = 32;
    const std::optional<std::string> digest = bytesOf(sha256);
    const Request request(TS_REQ_new());
    const Imprint imprint(TS_MSG_IMPRINT_new());
    const Algorithm algorithm(X509_ALGOR_new());
    if (!digest || digest->size() != digestSize || !request || !imprint || !algorithm) return {};
    auto* bytes = reinterpret_cast<unsigned char*>(const_cast<char*>(digest->data()));
    unsigned char* der = nullptr;
    const bool isMade = X509_ALGOR_set0(algorithm.get(), OBJ_nid2obj(NID_sha256), V_ASN1_NULL, nullptr) == 1 &&
                        TS_MSG_IMPRINT_set_algo(imprint.get(), algorithm.get()) == 1 &&
                        TS_MSG_IMPRINT_set_msg(imprint.get(), bytes, static_cast<int>(digest->size())) == 1 &&
                        TS_REQ_set_version(request.get(), 1) == 1 && TS_REQ_set_msg_imprint(request.get(), imprint.get()) == 1 &&
                        TS_REQ_set_cert_req(request.get(), 1) == 1;
    const int size = isMade ? i2d_TS_REQ(request.get(), &der) : 0;
    if (size <= 0) return {};
    std::string query(reinterpret_cast<const char*>(der), static_cast<std::size_t>(size));
    OPENSSL_free(der);
    return query;
}

bool holdsCertificates(std::string_view pem) {
    return static_cast<bool>(storeOf(pem));
}

std::variant<std::string, TimestampError> readTimestamp(std::string_view token, std::string_view sha256, std::string_view authority) {
    const Token read = tokenOf(token);
    const Info info(read && PKCS7_type_is_signed(read.get()) ? PKCS7_to_TS_TST_INFO(read.get()) : nullptr);
    std::tm time{};
    if (!info || ASN1_TIME_to_tm(TS_TST_INFO_get_time(info.get()), &time) != 1) return TimestampError::Unreadable;
    const std::optional<std::string> digest = bytesOf(sha256);
    if (!digest || !isOf(info.get(), *digest)) return TimestampError::OtherDigest;
    Store store = storeOf(authority);
    const Context context(TS_VERIFY_CTX_new());
    if (!store || !context) return TimestampError::Untrusted;
    X509_VERIFY_PARAM_set_time(X509_STORE_get0_param(store.get()), secondsOf(time));
    TS_VERIFY_CTX_set_flags(context.get(), TS_VFY_VERSION | TS_VFY_SIGNATURE);
    TS_VERIFY_CTX_set_store(context.get(), store.release());  // which frees it
    if (TS_RESP_verify_token(context.get(), read.get()) != 1) return TimestampError::Untrusted;
    return textOf(time);
}

}  // namespace assay::source
